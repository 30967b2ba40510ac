import { expect, it } from "vitest";
import { evidenceSummary } from "../../../cli/evidence/summary";
import { evidence, excepted, failed, outcome } from "../../support/evidence";
import { stackResult } from "../../support/stack-result";

const rowOf = (text: string, framework: RegExp) =>
  text
    .split("\n")
    .find((line) => framework.test(line))
    ?.match(/\d+/g);

it("counts the controls of each framework by what came of them, and those of which nothing is shown", () => {
  const [violated, accepted, clean] = [failed(), excepted(), outcome()].map((one) =>
    evidenceSummary(evidence({ outcomes: [one] }), ["evidence/evidence.md"]),
  );
  expect(rowOf(violated ?? "", /CIS AWS/)).toEqual(["5", "0", "63", "1", "0", "0", "62"]);
  expect(rowOf(accepted ?? "", /CIS AWS/)).toEqual(["5", "0", "63", "0", "1", "0", "62"]);
  expect(rowOf(clean ?? "", /CIS AWS/)).toEqual(["5", "0", "63", "0", "0", "1", "62"]);
  expect(clean).toContain("evidence/evidence.md");
  expect(clean).not.toContain("incomplete");
});

it("says that a stack could not be judged", () => {
  expect(evidenceSummary(evidence({ stacks: [stackResult({ result: "failed" })] }), [])).toContain("incomplete");
});
