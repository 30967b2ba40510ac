import { describe, expect, it } from "vitest";
import { z } from "zod";
import { judgeBy, type Standards } from "../../../policy-packs/core/judge";
import {
  anyTypeRule,
  type Resource,
  resourceRule,
  type StackResource,
  stackRule,
} from "../../../policy-packs/core/rule";
import { unknown, urnOf } from "../../support/policy";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const about = { title: "Is good.", severity: "high", controls: {}, remediationSteps: "Mend it." } as const;
const docs = { why: "It is bad.", good: [] };

const network = resourceRule({
  ...about,
  name: "network",
  types: [vpc, subnet],
  parameters: z.object({ smallest: z.int().default(24) }),
  docs: { ...docs, good: { [vpc]: {}, [subnet]: {} } },
  check({ props }, report, { smallest }) {
    if (Number(props.cidrBlock?.split("/")[1]) > smallest) report(`smaller than /${smallest}`);
    if (props.ipv6CidrBlock === undefined) report("no IPv6");
  },
});
const tagged = anyTypeRule({
  ...about,
  name: "tagged",
  judges: (type) => type.startsWith("aws:"),
  docs,
  check({ props }, report) {
    if (props.tags === undefined) report("no tags");
  },
});
const used = stackRule({
  ...about,
  name: "used",
  types: [vpc],
  docs,
  check({ name, props }, report, stack) {
    if (name === "broken") throw new TypeError("hunter2");
    if (stack.ofType(subnet).length === 0) report("no subnet");
    else if (props.cidrBlock === "") report("no addresses");
  },
});
const rules = [network, used, tagged];

const of = (type: string, props: Record<string, unknown> = {}, name = "one"): StackResource => ({
  type,
  name,
  urn: urnOf({ type, name }),
  props,
  propertyDependencies: {},
});
const good = { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: "2001:db8::/56", tags: {} };
const results = (resource: Resource, standards: Partial<Standards> = {}) =>
  judgeBy({ rules, ...standards })
    .resource(resource)
    .map(({ rule, result }) => [rule, result]);

describe("judging a resource", () => {
  it("says of each rule for its type what came of it", () => {
    expect(results(of(vpc, good))).toEqual([
      ["network", "passed"],
      ["tagged", "passed"],
    ]);
    expect(results(of("aws:s3/bucket:Bucket"))).toEqual([["tagged", "failed"]]);
    expect(results(of("random:index:RandomId"))).toEqual([]);
  });

  it("names the resource, the level and every finding", () => {
    expect(judgeBy({ rules: [network] }).resource(of(subnet, { cidrBlock: "10.0.0.0/28" }))).toEqual([
      {
        rule: "network",
        urn: urnOf({ type: subnet, name: "one" }),
        type: subnet,
        result: "failed",
        level: "mandatory",
        findings: [{ message: "smaller than /24" }, { message: "no IPv6" }],
      },
    ]);
  });

  it("has not evaluated what it would have to know, and keeps what it found before", () => {
    const path = "string value at .cidrBlock can't be known during preview";
    const [outcome] = judgeBy({ rules: [network] }).resource(of(vpc, { cidrBlock: unknown }));
    expect(outcome).toMatchObject({ result: "not-evaluated", findings: [], notEvaluated: path });
    const [later] = judgeBy({ rules: [network] }).resource(
      of(vpc, { cidrBlock: "10.0.0.0/28", ipv6CidrBlock: unknown }),
    );
    expect(later).toMatchObject({ result: "failed", findings: [{ message: "smaller than /24" }] });
    expect(later?.notEvaluated).toContain(".ipv6CidrBlock");
  });

  it("takes level and parameters from the settings for the stack", () => {
    const settings: Standards["settings"] = ({ name }, stack) => {
      if (name === "tagged") return { level: "disabled", configuration: {} };
      return { level: "advisory", configuration: stack === "test" ? { smallest: 28 } : {} };
    };
    const judge = judgeBy({ rules, settings });
    const small = of(vpc, { ...good, cidrBlock: "10.0.0.0/28" });
    expect(judge.resource(small)).toMatchObject([{ rule: "network", result: "passed", level: "advisory" }]);
    const elsewhere = { ...small, urn: small.urn.replace("urn:pulumi:test", "urn:pulumi:prod") };
    expect(judge.resource(elsewhere)).toMatchObject([{ rule: "network", result: "failed", level: "advisory" }]);
    expect(judge.resource(small)).toMatchObject([{ rule: "network", result: "passed" }]);
  });

  it("throws where settings do not fit a rule's parameters", () => {
    const judge = judgeBy({ rules, settings: () => ({ level: "mandatory", configuration: { smalest: 28 } }) });
    expect(() => judge.resource(of(vpc))).toThrow(/configuration of network: .*smalest/s);
  });

  it("knows a Kubernetes kind by its earlier versions", () => {
    const kind = resourceRule({
      ...about,
      name: "replicas",
      types: ["kubernetes:apps/v1:Deployment"],
      docs: { ...docs, good: { "kubernetes:apps/v1:Deployment": {} } },
      check({ type }, report) {
        report(type);
      },
    });
    expect(judgeBy({ rules: [kind] }).resource(of("kubernetes:extensions/v1beta1:Deployment"))).toMatchObject([
      {
        type: "kubernetes:extensions/v1beta1:Deployment",
        findings: [{ message: "kubernetes:apps/v1:Deployment" }],
      },
    ]);
  });

  it("throws for what is unknown of a provider, too", () => {
    const regional = anyTypeRule({
      ...about,
      name: "regional",
      judges: () => true,
      docs,
      check({ provider }, report) {
        if (provider?.props.region !== "eu-west-1") report("elsewhere");
      },
    });
    const provider = { type: "pulumi:providers:aws", name: "aws", props: { region: unknown } };
    expect(results({ ...of(vpc), provider }, { rules: [regional] })).toEqual([["regional", "not-evaluated"]]);
  });
});

describe("judging a stack", () => {
  const judge = judgeBy({ rules });

  it("judges each resource among the others, whatever happens to the one before", () => {
    const vpcs = [of(vpc, {}, "broken"), of(vpc, { cidrBlock: unknown }, "unknown"), of(vpc, { cidrBlock: "" }, "bad")];
    const outcomes = judge.stack([...vpcs, of(subnet)]);
    expect(outcomes.map(({ rule, urn, result }) => [rule, urn, result])).toEqual([
      ["used", vpcs[0]?.urn, "failed"],
      ["used", vpcs[1]?.urn, "not-evaluated"],
      ["used", vpcs[2]?.urn, "failed"],
    ]);
    expect(outcomes[0]).toMatchObject({
      crashed: true,
      findings: [
        { message: expect.stringMatching(/^rule used failed: TypeError at judge\.test\.ts:\d+; this is a bug/) },
      ],
    });
    expect(JSON.stringify(outcomes)).not.toContain("hunter2");
  });

  it("asks no rule for single resources", () => {
    expect(judge.stack([of(vpc, {})])).toMatchObject([{ rule: "used", findings: [{ message: "no subnet" }] }]);
    expect(judge.stack([])).toEqual([]);
  });
});

describe("exceptions", () => {
  const about = { rule: "network", resource: "*::one", owner: "network", reason: "small", ticket: "NET-1" };
  const exception = { ...about, since: "2026-11-01", expires: "2026-11-30", finding: "no IPv6" };
  const judged = (props: Record<string, unknown>, today = "2026-11-24") =>
    judgeBy({ rules: [network], exceptions: { entries: [{ position: 1, exception }], today } }).resource(
      of(vpc, props),
    )[0];
  const applied = { owner: "network", reason: "small", ticket: "NET-1", expires: "2026-11-30", daysLeft: 6 };

  it("accept a finding, and the resource where all are accepted", () => {
    expect(judged({})).toMatchObject({
      result: "excepted",
      level: "mandatory",
      findings: [{ message: "no IPv6", exception: applied }],
    });
    expect(judged({ cidrBlock: "10.0.0.0/28" })).toMatchObject({
      result: "failed",
      findings: [{ message: "smaller than /24" }, { exception: applied }],
    });
  });

  it("say why they do not count", () => {
    expect(judged({}, "2026-12-01")).toMatchObject({
      result: "failed",
      findings: [{ message: "no IPv6", refused: "exception 1 expired on 2026-11-30" }],
    });
  });
});

it("passes on how a rule is introduced", () => {
  const introduction = { mandatoryFrom: "2027-02-01", daysLeft: 68 };
  const settings = () => ({ level: "advisory", configuration: {}, introduction }) as const;
  const outcomes = judgeBy({ rules, settings }).resource(of(vpc));
  expect(outcomes.map((outcome) => outcome.introduction)).toEqual([introduction, introduction]);
});
