import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../cli/evidence/schema";
import { evidenceSchema } from "../../../cli/evidence/schema";
import { ownSettings } from "../../../policy-packs/core/settings";
import { everything, evidence, excepted, failed, outcome, urnOf } from "../../support/evidence";
import { stackResult } from "../../support/stack-result";

/** CIS AWS 5.0 3.7 is about flow logs of VPCs, and vpc-flow-logs supports it. */
const flowLogs = ({ frameworks }: Evidence) =>
  frameworks.find(({ framework }) => framework === "cis-aws-5.0")?.controls.find(({ id }) => id === "3.7");

const unevaluated = outcome({ result: "not-evaluated", notEvaluated: "tags is unknown" });
const crashed = failed({ crashed: true });

describe("the state of a control", () => {
  it.each([
    ["violated", [outcome({ urn: urnOf("good") }), failed()]],
    ["crashed", [outcome({ urn: urnOf("good") }), crashed]],
    ["excepted", [outcome({ urn: urnOf("good") }), excepted()]],
    ["no-findings", [outcome({ urn: urnOf("good") }), unevaluated]],
    ["not-evaluated", [unevaluated]],
    ["no-resource", []],
  ])("is %s", (state, outcomes) => {
    expect(flowLogs(evidence({ outcomes }))).toMatchObject({ state, rules: ["vpc-flow-logs"] });
  });

  it("is disabled only where its rules are switched off in every stack", () => {
    const off = { level: "disabled", configuration: {} } as const;
    expect(flowLogs(evidence({ settings: () => off }))?.state).toBe("disabled");
    const settings: typeof ownSettings = (rule, stack) => (stack === "dev-network" ? off : ownSettings(rule, stack));
    expect(flowLogs(evidence({ settings }))?.state).toBe("no-resource");
  });

  it("is no-rule where none supports it, and every control is in one state", () => {
    const { frameworks } = evidence({ outcomes: everything });
    for (const { controls, totals } of frameworks) {
      expect(Object.values(totals).reduce((sum, n) => sum + n)).toBe(controls.length);
      for (const { state, rules } of controls) expect(state === "no-rule").toBe(rules.length === 0);
    }
  });
});

describe("the results of a control", () => {
  it("count a resource once, by the worst of several rules, for each stack and environment", () => {
    const controlsOf = ({ frameworks }: Evidence) => frameworks.flatMap(({ controls }) => controls);
    const index = controlsOf(evidence()).findIndex(({ rules }) => rules.length > 1);
    const [first = "", second = ""] = controlsOf(evidence())[index]?.rules ?? [];
    const urn = urnOf("main", "aws:eks/cluster:Cluster", "dev-cluster");
    const outcomes = [failed({ rule: first, urn }), outcome({ rule: second, urn }), outcome({ rule: second })];
    const passed = { passed: 1, failed: 0, excepted: 0, notEvaluated: 0, crashed: 0 };
    expect(controlsOf(evidence({ outcomes }))[index]).toMatchObject({
      results: { ...passed, failed: 1 },
      environments: { dev: { ...passed, failed: 1 } },
      stacks: { "dev-network": passed, "dev-cluster": { ...passed, passed: 0, failed: 1 } },
    });
  });

  it("take the last of two outcomes of a rule for a resource", () => {
    expect(flowLogs(evidence({ outcomes: [failed(), outcome()] }))?.results).toMatchObject({ passed: 1, failed: 0 });
  });
});

it("says which stacks could not be judged", () => {
  const stacks = [stackResult({ stack: "dev-network", result: "failed" }), stackResult({ stack: "dev-cluster" })];
  expect(evidence().complete).toBe(true);
  expect(evidence({ stacks }).complete).toBe(false);
});

it("leaves out what is about no stack that was asked for", () => {
  expect(evidence({ outcomes: [outcome({ urn: urnOf("main", "a:b:C", "prod-network") })] }).outcomes).toEqual([]);
});

it("is the same whatever the order in which it was told", () => {
  expect(evidence({ outcomes: [...everything].reverse() })).toEqual(evidence({ outcomes: everything }));
});

it("is of the form that its schema says", () => {
  expect(evidenceSchema.safeParse(evidence({ outcomes: everything })).error).toBeUndefined();
});
