import { describe, expect, it } from "vitest";
import type { PolicyFinding } from "../../../cli/report/result";
import { compareFindings, type JudgedStack } from "../../../review/findings/compare";

const urn = "urn:pulumi:dev-network::foundation::aws:ec2/vpc:Vpc::main";
const finding = (message: string, given: Partial<PolicyFinding> = {}): PolicyFinding => ({
  ...{ pack: "security-baseline", rule: "vpc-flow-logs", level: "mandatory", severity: "medium", urn, message },
  ...given,
});
const compared = (given: Partial<JudgedStack>) =>
  compareFindings([
    {
      ...{ stack: "dev-network", now: [], before: [], undecidedBefore: [], unchanged: new Set(), whole: true },
      notEvaluated: [],
      ...given,
    },
  ]);
const exception = { owner: "o", reason: "r", ticket: "T-1", expires: "2027-01-31", daysLeft: 9 };

describe("findings of a change", () => {
  it("are new where the rule did not say it before", () => {
    const { findings, fixed } = compared({ now: [finding("a"), finding("b")], before: [finding("a"), finding("c")] });
    expect(findings.map(({ message, state }) => [message, state])).toEqual([
      ["a", "existing"],
      ["b", "new"],
    ]);
    expect(fixed.map(({ message }) => message)).toEqual(["c"]);
  });

  it("are the same whatever an exception adds to the words", () => {
    const before = [finding("a")];
    const now = [finding("a (exception 1 expired on 2026-11-20)")];
    const { findings, fixed } = compared({ now, before });
    expect([findings[0]?.state, fixed]).toEqual(["existing", []]);
  });

  it("stay visible where they are accepted", () => {
    const { findings } = compared({ now: [finding("a", { exception, level: "advisory" })] });
    expect(findings[0]).toMatchObject({ state: "excepted", exception: { owner: "o" } });
  });

  it("are existing on what stays the same and could not be judged from the record", () => {
    const undecidedBefore = [{ rule: "vpc-flow-logs", urn }];
    expect(compared({ now: [finding("a")], undecidedBefore, unchanged: new Set([urn]) }).findings[0]?.state).toBe(
      "existing",
    );
    expect(compared({ now: [finding("a")], undecidedBefore }).findings[0]?.state).toBe("new");
  });

  it("are not called fixed where nobody knows", () => {
    const before = [finding("a")];
    expect(compared({ before }).fixed).toHaveLength(1);
    expect(compared({ before, whole: false }).fixed).toEqual([]);
    expect(compared({ before, notEvaluated: [{ rule: "vpc-flow-logs", urn }] }).fixed).toEqual([]);
  });

  it("are counted where they could not be evaluated", () => {
    const notEvaluated = ["a", "b"].map((name) => ({ rule: "vpc-flow-logs", urn: name }));
    expect(compared({ notEvaluated }).notEvaluated).toEqual([
      { rule: "vpc-flow-logs", stack: "dev-network", resources: 2 },
    ]);
  });
});
