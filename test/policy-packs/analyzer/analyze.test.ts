import { describe, expect, it } from "vitest";
import { levelOf, resourceRule, stackRule } from "../../../policy-packs/core/rule";
import { judge, judgeStack, unknown, urnOf } from "../../support/policy";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const why = "Nothing can be routed to it.";
const about = {
  severity: "high",
  controls: {},
  remediationSteps: "Set cidrBlock.",
  docs: { why, good: { [vpc]: { cidrBlock: "10.0.0.0/16" } } },
} as const;

const two = resourceRule({
  ...about,
  name: "two-types",
  title: "Has a CIDR block.",
  types: [vpc, subnet],
  docs: { why, good: { [vpc]: { cidrBlock: "10.0.0.0/16" }, [subnet]: { cidrBlock: "10.0.0.0/24" } } },
  check({ props }, report) {
    if (props.cidrBlock === undefined) report("no CIDR block: set cidrBlock");
  },
});

const broken = resourceRule({
  ...about,
  name: "broken",
  title: "Parses.",
  types: [vpc],
  check({ props }, report) {
    report("found before");
    JSON.parse(String(props.cidrBlock));
  },
});

describe("the policy of a resource rule", () => {
  it.each([vpc, subnet])("reports a violation of a %s once, in the rule's own words", async (type) => {
    expect((await judge([two], type, {})).violations).toEqual([
      {
        rule: "two-types",
        level: "mandatory",
        urn: "",
        message: "no CIDR block: set cidrBlock",
      },
    ]);
  });

  it("neither passes nor fails while a value is unknown", async () => {
    const { violations, notApplicable } = await judge([two], vpc, { cidrBlock: unknown });
    expect(violations).toEqual([]);
    expect(notApplicable).toContainEqual({
      rule: "two-types",
      reason: "string value at .cidrBlock can't be known during preview",
    });
  });

  it("keeps the violations that were found before an unknown value", async () => {
    const { violations, notApplicable } = await judge([broken], vpc, { cidrBlock: unknown });
    expect(violations.map((violation) => violation.message)).toEqual(["found before"]);
    expect(notApplicable).toEqual([]);
  });

  it("reports an exception as a bug of the pack, without the value, and lets the other rules run", async () => {
    const { violations } = await judge([broken, two], vpc, { cidrBlock: "hunter2" });
    expect(violations).toEqual([
      expect.objectContaining({ rule: "broken", message: "found before" }),
      expect.objectContaining({
        rule: "broken",
        level: "mandatory",
        message: expect.stringMatching(/^rule broken failed: SyntaxError at \S+:\d+; this is a bug in the pack$/),
      }),
    ]);
    expect(JSON.stringify(violations)).not.toContain("hunter2");
  });

  it("reports something thrown that is no error", async () => {
    const throws = resourceRule({
      ...about,
      name: "throws",
      title: "Throws.",
      types: [vpc],
      check() {
        throw "text";
      },
    });
    const { violations } = await judge([throws], vpc, {});
    expect(violations[0]?.message).toBe("rule throws failed: string; this is a bug in the pack");
  });
});

describe("the policy of a stack rule", () => {
  const named = stackRule({
    ...about,
    name: "named",
    title: "Has a CIDR block.",
    docs: { why, good: [] },
    types: [vpc],
    check({ name, props }, report, stack) {
      if (name === "broken") throw new TypeError("hunter2");
      if (props.cidrBlock === undefined && stack.ofType(subnet).length === 0) report("no CIDR block");
    },
  });
  const of = (name: string, props: object) => ({ type: vpc, name, props });

  it("judges every resource, whatever happens to the one before", async () => {
    const subjects = [of("unknown", { cidrBlock: unknown }), of("broken", {}), of("bad", {})];
    const { violations, notApplicable } = await judgeStack([named], subjects);
    expect(violations.map(({ rule, urn }) => [rule, urn])).toEqual([
      ["named", urnOf(of("broken", {}))],
      ["named", urnOf(of("bad", {}))],
    ]);
    expect(violations[0]?.message).toMatch(/^rule named failed: TypeError at analyze\.test\.ts:\d+; this is a bug/);
    expect(notApplicable).toEqual([]);
  });

  it("has not passed while one resource could not be judged", async () => {
    const subjects = [of("unknown", { cidrBlock: unknown }), of("good", { cidrBlock: "10.0.0.0/16" })];
    const { violations, notApplicable } = await judgeStack([named], subjects);
    expect(violations).toEqual([]);
    expect(notApplicable).toEqual([{ rule: "named", reason: expect.stringContaining(urnOf(of("unknown", {}))) }]);
  });

  it("sees the other resources", async () => {
    const { violations } = await judgeStack([named], [of("bad", {}), { type: subnet, name: "other", props: {} }]);
    expect(violations).toEqual([]);
  });
});

describe("levels", () => {
  it.each([
    ["critical", "mandatory"],
    ["high", "mandatory"],
    ["medium", "mandatory"],
    ["low", "advisory"],
  ] as const)("of %s rules are %s", (severity, level) => {
    expect(levelOf({ ...two, severity })).toBe(level);
  });

  it("can be set by the rule", () => {
    expect(levelOf({ ...two, level: "advisory" })).toBe("advisory");
  });
});
