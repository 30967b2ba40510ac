import { describe, expect, it } from "vitest";
import { gatesOf } from "../../review/gates";
import type { Change, Cost, Finding, Gate, Risk } from "../../review/model/schema";
import { reviewSettingsSchema } from "../../review/settings";
import { runsOf, stepOf } from "../support/gathered";
import { change, review } from "../support/reviews";

interface Case {
  settings?: object;
  result?: "succeeded" | "failed" | "violated" | "skipped" | "cancelled";
  changes?: Change[];
  findings?: Finding[];
  cost?: Partial<Cost>;
}

const steps = ["dev-network", "dev-cluster", "prod-network"].map((stack) =>
  stepOf({ stack, type: "aws:ec2/vpc:Vpc", next: {} }),
);

/** The gates of dev; prod has nothing. */
function gatesOfDev({ settings = {}, result = "succeeded", changes = [], findings = [], cost }: Case) {
  const stacks = runsOf(steps).map((run) =>
    run.steps.stack === "dev-network" ? { ...run, result: { ...run.result, result } } : run,
  );
  const given = {
    stacks,
    settings: (name: string) => reviewSettingsSchema.parse(name === "dev" ? settings : {}),
  };
  const gates = gatesOf(given, { changes, findings, cost: { ...review().cost, ...cost } });
  expect(gates.map(({ environment, gate }) => `${environment} ${gate}`)).toEqual(
    ["dev", "prod"].flatMap((name) => ["failed", "policy", "danger", "cost"].map((gate) => `${name} ${gate}`)),
  );
  expect(gates.filter(({ environment }) => environment === "prod").every(({ passed }) => passed)).toBe(true);
  return (gate: Gate["gate"]) => {
    const found = gates.find((one) => one.gate === gate && one.environment === "dev");
    return [found?.passed, found?.reason];
  };
}

describe("failed", () => {
  it.each([
    ["succeeded", true, "2 stacks previewed"],
    ["violated", true, "2 stacks previewed"],
    ["failed", false, "what the change would do is not known: dev-network failed"],
    ["skipped", false, "what the change would do is not known: dev-network skipped"],
    ["cancelled", false, "what the change would do is not known: dev-network cancelled"],
  ] as const)("of a stack that %s", (result, passed, reason) => {
    expect(gatesOfDev({ result })("failed")).toEqual([passed, reason]);
  });
});

describe("policy", () => {
  const finding = (given: Partial<Finding> = {}): Finding => ({
    ...{ pack: "security-baseline", rule: "s3-public", level: "mandatory", severity: "high", urn: "", message: "" },
    ...{ stack: "dev-network", state: "new" },
    ...given,
  });
  it.each([
    ["nothing", [], true, "no mandatory rule is violated"],
    ["advice", [finding({ level: "advisory" })], true, "no mandatory rule is violated"],
    ["what is accepted", [finding({ state: "excepted" })], true, "no mandatory rule is violated"],
    ["a violation", [finding()], false, "1 violation of mandatory rules, 1 of them new: s3-public"],
    [
      "violations that were there",
      [finding({ state: "existing" }), finding({ rule: "other" })],
      false,
      "2 violations of mandatory rules, 1 of them new: s3-public, other",
    ],
  ] as const)("of %s", (_label, findings, passed, reason) => {
    expect(gatesOfDev({ findings: [...findings] })("policy")).toEqual([passed, reason]);
  });
});

describe("danger", () => {
  const risky = (name: string, given: Partial<Risk> = {}) =>
    change({
      name,
      risks: [
        {
          ...{ id: "stateful-deleted", section: "data", level: "critical", summary: `${name} is lost` },
          ...{ details: [], properties: [] },
          ...given,
        },
      ],
    });
  const orders = risky("orders");
  it.each([
    ["nothing", {}, true, "nothing needs approval"],
    ["what nobody approved", { changes: [orders] }, false, "1 danger not approved: orders is lost"],
    [
      "more than anybody reads",
      { changes: ["a", "b", "c", "d", "e"].map((name) => risky(name)) },
      false,
      "5 dangers not approved: a is lost, b is lost, c is lost and 2 more",
    ],
    ["less than the level", { changes: [risky("logs", { level: "high" })] }, true, "nothing needs approval"],
    [
      "the level that is set",
      { changes: [risky("logs", { level: "high" })], settings: { approveAt: { data: "high" } } },
      false,
      "1 danger not approved: logs is lost",
    ],
    [
      "critical access",
      { changes: [risky("role", { section: "access" })] },
      false,
      "1 danger not approved: role is lost",
    ],
    ["what interrupts", { changes: [risky("node", { section: "availability" })] }, true, "nothing needs approval"],
    [
      "what interrupts, where that is set",
      { changes: [risky("node", { section: "availability" })], settings: { approveAt: { availability: "medium" } } },
      false,
      "1 danger not approved: node is lost",
    ],
    ["never", { changes: [orders], settings: { approveAt: { data: "never" } } }, true, "nothing needs approval"],
    [
      "what the environment ignores",
      { changes: [risky("logs", { level: "low", ignored: true })], settings: { approveAt: { data: "low" } } },
      true,
      "nothing needs approval",
    ],
  ] satisfies [string, Case, boolean, string][])("of %s", (_label, given, passed, reason) => {
    expect(gatesOfDev(given)("danger")).toEqual([passed, reason]);
  });
});

describe("cost", () => {
  const rows = (after: number, before = 100) => ({
    rows: {
      service: [],
      team: [],
      component: [],
      stack: [
        { name: "dev-network", before, after },
        { name: "prod-network", before: 0, after: 900 },
      ],
    },
  });
  const gap = (kind: "unpriced" | "unknown", name: string, changed = true, stack = "dev-network") => ({
    ...{ urn: `urn:pulumi:${stack}::foundation::aws:msk/cluster:Cluster::${name}`, stack },
    ...{ type: "aws:msk/cluster:Cluster", kind, what: "no model of what it costs", changed },
  });
  const limit = { maxMonthlyDeltaUsd: 20 };
  it.each([
    ["no limit", { cost: rows(300) }, true, "+200.00 USD a month, no limit is set"],
    ["the limit met", { settings: limit, cost: rows(120) }, true, "+20.00 USD a month, within the limit of 20.00 USD"],
    [
      "a cent over it",
      { settings: limit, cost: rows(120.01) },
      false,
      "+20.01 USD a month, over the limit of 20.00 USD",
    ],
    [
      "less cost",
      { settings: { maxMonthlyDeltaUsd: 0 }, cost: rows(50) },
      true,
      "-50.00 USD a month, within the limit of 0.00 USD",
    ],
    [
      "nothing changed",
      { settings: { maxMonthlyDeltaUsd: 0 }, cost: rows(100) },
      true,
      "0.00 USD a month, within the limit of 0.00 USD",
    ],
    [
      "what has no price, or is not known yet",
      {
        settings: limit,
        cost: { ...rows(110), gaps: [gap("unpriced", "a"), gap("unpriced", "a"), gap("unknown", "b")] },
      },
      true,
      "+10.00 USD a month, within the limit of 20.00 USD; not in it: 1 changed resource without a price (a), 1 changed resource not known yet (b)",
    ],
    [
      "gaps that do not change, or are elsewhere",
      {
        settings: limit,
        cost: { ...rows(110), gaps: [gap("unpriced", "a", false), gap("unpriced", "b", true, "prod-network")] },
      },
      true,
      "+10.00 USD a month, within the limit of 20.00 USD",
    ],
    [
      "a stack that could not be previewed",
      { settings: limit, cost: rows(110), result: "failed" },
      true,
      "+10.00 USD a month, within the limit of 20.00 USD; not in it: 1 stack not previewed (dev-network)",
    ],
  ] satisfies [string, Case, boolean, string][])("of %s", (_label, given, passed, reason) => {
    expect(gatesOfDev(given)("cost")).toEqual([passed, reason]);
  });
});
