import type { Finding, Review, Risk } from "../../review/model/schema";
import { change, review } from "./reviews";

const urn = (type: string, name: string) => `urn:pulumi:prod-data::foundation::${type}::${name}`;
const risk = (given: Partial<Risk>): Risk => ({
  ...{ id: "stateful-replaced", section: "data", level: "critical", summary: "", details: [], properties: [] },
  ...given,
});
const finding = (given: Partial<Finding>): Finding => ({
  ...{
    pack: "network",
    rule: "vpc-flow-logs",
    level: "mandatory",
    severity: "high",
    stack: "dev-network",
    state: "new",
  },
  ...{ urn: urn("aws:ec2/vpc:Vpc", "network"), message: "the VPC has no flow log" },
  ...given,
});

const { state: _state, ...unstated } = finding({});

/** A review that has something of everything that a report tells. Its parts are for reports of their own. */
export const database = change({
  ...{ stack: "prod-data", type: "aws:rds/instance:Instance", name: "prod-data", op: "replace" },
  ...{ replaceKeys: ["engine"], deleteFirst: true, dependents: ["a", "b"], owner: "platform-data" },
  diff: [
    { path: "engine", kind: "update", replaces: true, before: "postgres", after: "mysql" },
    { path: "password", kind: "update", replaces: false, before: { $: "secret" }, after: { $: "secret" } },
  ],
  risks: [
    risk({
      summary: "prod-data is replaced: the database and everything in it is lost",
      details: ["it is not protected from the engine", "forced by engine: postgres → mysql"],
    }),
    risk({ id: "endpoint-moves", section: "availability", level: "high", summary: "its address changes" }),
  ],
});
export const opened = change({
  ...{ stack: "prod-network", type: "aws:ec2/securityGroup:SecurityGroup", name: "web" },
  diff: [
    { path: "ingress[0].cidrBlocks", kind: "update", replaces: false, before: ["10.0.0.0/8"], after: ["0.0.0.0/0"] },
  ],
  risks: [risk({ id: "open", section: "access", level: "high", summary: "everybody may reach port 22" })],
});
export const made = change({
  ...{ name: "logs", op: "create", predicted: true, component: [{ type: "foundation:index:Bucket", name: "logs" }] },
  diff: [{ path: "bucket", kind: "add", replaces: false, after: "logs" }],
});
export const hash = change({ name: "function", churn: "hash" });

const exception = {
  owner: "team-a",
  reason: "recorded by the firewall",
  ticket: "NET-1",
  expires: "2026-12-07",
  daysLeft: 12,
};
export const everything: Review = review({
  ...{ base: "main", commit: "0123456789abcdef", changes: [database, opened, made, hash] },
  findings: [
    finding({ level: "advisory", rule: "s3-versioned", message: "not versioned" }),
    finding({}),
    finding({ urn: urn("aws:ec2/vpc:Vpc", "other") }),
    finding({ state: "existing", rule: "rds-encrypted", message: "not encrypted" }),
    finding({ state: "excepted", level: "advisory", exception }),
  ],
  fixed: [{ ...unstated, rule: "kms-rotated", message: "keys do not rotate" }],
  notEvaluated: [{ rule: "s3-tls-only", stack: "dev-network", resources: 3 }],
  remediations: [
    { rule: "tags-set", stack: "dev-network", urn: urn("aws:s3/bucket:Bucket", "logs"), paths: ["tags.owner"] },
  ],
  exceptions: [
    { position: 3, rule: "x-rule", resource: "*", owner: "team-b", expires: "2026-01-01", state: "refused" },
  ],
  cost: {
    ...{ before: 1_200, after: 1_612.1 },
    rows: { stack: [{ name: "prod-data", before: 1_000, after: 1_412.1 }], service: [], team: [], component: [] },
    lines: [
      {
        ...{ urn: urn("aws:rds/instance:Instance", "prod-data"), stack: "prod-data", item: "db.m5.large hours" },
        ...{ quantity: { before: 0, after: 730 }, unitUsd: 0.178, before: 0, after: 129.94, source: 0 },
      },
    ],
    sources: [
      {
        url: "https://aws.amazon.com/rds/pricing/",
        date: "2026-11-01",
        region: "eu-central-1",
        verified: true,
        exact: true,
      },
      { url: "https://example.com/prices", date: "2026-11-01", region: "*", verified: false, exact: false },
    ],
    gaps: [
      {
        urn: urn("aws:x/y:Z", "z"),
        stack: "prod-data",
        type: "aws:x/y:Z",
        kind: "unpriced",
        what: "storage",
        changed: true,
      },
    ],
    resources: { priced: 10, free: 4, unpriced: 1, unknown: 0 },
    assumptions: [{ environment: "prod", what: "GB that a NAT gateway handles", quantity: 100 }],
  },
  tags: {
    required: ["owner"],
    stacks: [{ stack: "prod-data", before: { tagged: 9, taggable: 10 }, after: { tagged: 199, taggable: 200 } }],
    missing: [{ urn: urn("aws:sns/topic:Topic", "alarms"), stack: "prod-data", keys: ["owner"] }],
  },
  gates: [
    { gate: "policy", environment: "dev", passed: true, reason: "no mandatory finding" },
    { gate: "cost", environment: "prod", passed: false, reason: "+$412.10 a month is more than $200" },
  ],
});
