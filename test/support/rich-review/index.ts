import type { Change, Review } from "../../../review/model/schema";
import { change, largeReview, review } from "../reviews";
import { cost } from "./cost";
import { findings } from "./findings";
import { network } from "./network";
import { database, urnOf, vpc } from "./urns";

const orders = [{ type: "foundation:index:Service", name: "orders" }];

/** Made of `orders`, each from what comes before it. */
const dependents = [
  ["kubernetes:core/v1:Secret", "orders-database", "update"],
  ["kubernetes:apps/v1:Deployment", "orders-api", "update"],
  ["aws:route53/record:Record", "orders-db", "update"],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", "orders-db-storage", "replace"],
] as const;

function dataChanges(): Change[] {
  const urns = dependents.map(([type, name]) => urnOf("prod-services", type, name));
  return [
    change({
      ...{ stack: "prod-data", type: "aws:rds/instance:Instance", name: "orders", urn: database, op: "replace" },
      ...{ component: orders, owner: "team-orders", replaceKeys: ["identifier"], deleteFirst: true },
      diff: [
        { path: "identifier", kind: "update", replaces: true, before: "orders", after: "orders-main" },
        { path: "allocatedStorage", kind: "update", replaces: false, before: 200, after: 400 },
        { path: "password", kind: "update", replaces: false, before: { $: "secret" }, after: { $: "secret" } },
        {
          path: "endpoint",
          kind: "update",
          replaces: false,
          before: "orders.example.com:5432",
          after: { $: "unknown" },
        },
      ],
      risks: [
        {
          ...{ id: "stateful-replaced", section: "data", level: "critical", properties: ["identifier"] },
          summary: "The database orders is replaced, and its data is lost",
          details: [
            "identifier cannot change in place, so the engine makes another instance",
            "deletionProtection is off, and no final snapshot is taken (skipFinalSnapshot)",
            "200 GiB of storage go with it",
          ],
        },
        {
          ...{ id: "down-while-replaced", section: "availability", level: "high", properties: ["identifier"] },
          summary: "orders is down from its deletion until the new instance is restored",
          details: ["the old one is deleted before the new one is there"],
        },
      ],
      dependents: urns,
    }),
    ...dependents.map(([type, name, op], index) =>
      change({
        ...{ stack: "prod-services", type, name, op, component: orders, owner: "team-orders", predicted: true },
        dependsOn: index === 1 ? [urns[0] ?? "", database] : [database],
        dependents: index === 0 ? [urns[1] ?? ""] : [],
        diff: [
          {
            path: "host",
            kind: "update",
            replaces: op === "replace",
            before: "orders.example.com",
            after: { $: "unknown" },
          },
        ],
      }),
    ),
  ];
}

const statement = (principal: string) => ({
  Sid: "Read",
  Effect: "Allow",
  Principal: { AWS: principal },
  Action: ["s3:GetObject"],
  Resource: "*",
});

function accessChanges(): Change[] {
  const policy = (principal: string) => JSON.stringify({ Version: "2012-10-17", Statement: [statement(principal)] });
  return [
    change({
      ...{ stack: "prod-data", type: "aws:s3/bucketPolicy:BucketPolicy", name: "invoices", owner: "team-billing" },
      diff: [
        {
          path: "policy",
          kind: "update",
          replaces: false,
          before: policy("arn:aws:iam::111122223333:root"),
          after: policy("*"),
        },
      ],
      risks: [
        {
          ...{ id: "public-policy", section: "access", level: "critical", properties: ["policy"] },
          summary: "Everybody can newly s3:GetObject on every object of invoices",
          details: ["before: only account 111122223333", "block public access is off for this bucket"],
        },
      ],
    }),
    change({
      ...{
        stack: "prod-network",
        type: "aws:ec2/securityGroup:SecurityGroup",
        name: "bastion",
        owner: "platform-team",
      },
      diff: [
        {
          ...{ path: "ingress[0].cidrBlocks", kind: "update", replaces: false },
          before: ["10.0.0.0/8"],
          after: ["10.0.0.0/8", "0.0.0.0/0"],
        },
      ],
      risks: [
        {
          ...{ id: "opened-to-internet", section: "access", level: "high", properties: ["ingress[0].cidrBlocks"] },
          summary: "Port 22 of bastion is newly open to the internet",
          details: ["tcp 22 from 0.0.0.0/0", "3 instances are in the group"],
        },
      ],
      dependsOn: [vpc],
    }),
    change({
      ...{ stack: "prod-network", type: "aws:ec2/natGateway:NatGateway", name: "prod-nat-eu-west-1c", op: "delete" },
      ...{
        owner: "platform-team",
        dependsOn: [urnOf("prod-network", "aws:ec2/subnet:Subnet", "prod-public-eu-west-1c")],
      },
      diff: [{ path: "allocationId", kind: "delete", replaces: false, before: "eipalloc-0123456789abcdef0" }],
      risks: [
        {
          ...{ id: "way-out-removed", section: "availability", level: "medium", properties: [] },
          summary: "Private subnets of eu-west-1c leave through another zone, from another address",
          details: ["whoever lets in 203.0.113.7 no longer lets them in"],
        },
      ],
    }),
  ];
}

/** A review with something in every part; `more` changes of many kinds come after. */
export function richReview(more = 0): Review {
  const ownChanges = [...dataChanges(), ...accessChanges()];
  const tagOnly = Array.from({ length: 6 }, (_, index) =>
    change({
      ...{ stack: "prod-services", type: "kubernetes:core/v1:ConfigMap", name: `settings-${index}`, churn: "hash" },
      diff: [
        {
          path: "metadata.annotations.checksum",
          kind: "update",
          replaces: false,
          before: `a${index}`,
          after: `b${index}`,
        },
      ],
    }),
  );
  const changes = [...ownChanges, ...largeReview(more).changes, ...tagOnly];
  const made = review({
    changes,
    ...findings(),
    cost: cost(),
    networks: [network()],
    commit: "3f9d2c1a7b8e",
    base: "origin/main",
  });
  const failed = made.stacks.map((stack) =>
    stack.stack === "prod-services"
      ? {
          ...stack,
          predictedFrom: ["prod-data"],
          diagnostics: [{ severity: "warning" as const, urn: "", message: "one field is deprecated" }],
        }
      : stack,
  );
  return {
    ...made,
    stacks: [
      ...failed,
      {
        ...(made.stacks[0] as Review["stacks"][number]),
        ...{
          stack: "prod-edge",
          environment: "prod",
          layer: "edge",
          result: "failed",
          changes: { create: 0, update: 0, replace: 0, delete: 0, same: 0 },
        },
        diagnostics: [
          {
            severity: "error",
            urn: "",
            message:
              'Error: domains: "shop" is no domain\n  at stacks/edge.ts:12:9\nallowed: a name with a dot, e.g. shop.example.com',
          },
        ],
      },
    ],
    tags: {
      required: ["owner", "cost-center"],
      stacks: [
        { stack: "prod-data", before: { tagged: 40, taggable: 44 }, after: { tagged: 41, taggable: 44 } },
        { stack: "prod-network", before: { tagged: 62, taggable: 62 }, after: { tagged: 62, taggable: 63 } },
      ],
      missing: [{ urn: database, stack: "prod-data", keys: ["cost-center"] }],
    },
    gates: [
      { gate: "policy", environment: "prod", passed: false, reason: "1 mandatory finding" },
      { gate: "cost", environment: "prod", passed: true, reason: "+$281.90 of $500 a month" },
      { gate: "danger", environment: "prod", passed: false, reason: "data at risk needs an approval" },
    ],
  };
}
