import { colors } from "../report/colors";
import { standardLines } from "../report/standard";
import { exceptions, findings } from "../report/summary";
import { alignColumns, plural } from "../report/words";
import type { CheckResult, OutcomeCounts } from "./check-result";

/** What a person reads: findings, those that stop a deployment first, then a table of the states. */
export function checkSummary(result: CheckResult, { verbose }: { verbose: boolean }): string {
  const blocks = [
    findings(
      result.states.map(({ source, stack, policies }) => ({ stack: stack || source, policies })),
      verbose,
    ),
    exceptions(result),
    [...table(result), ...standardLines(result.standard).map((line) => colors.dim(line))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function table({ states, totals }: CheckResult): string[] {
  const cells = ({ passed, failed, excepted, notEvaluated }: OutcomeCounts) =>
    [passed, failed, excepted, notEvaluated].map((n) => (n === 0 ? "·" : String(n)));
  const rows = [
    ["state", "resources", "passed", "failed", "excepted", "not evaluated"],
    ...states.map(({ source, stack, resources, outcomes }) => [
      stack || (source === "-" ? "stdin" : source),
      plural(resources, "resource"),
      ...cells(outcomes),
    ]),
    ["", plural(totals.resources, "resource"), ...cells(totals)],
  ];
  return alignColumns(rows, (row, index) => (index === 0 ? row.map((cell) => colors.dim(cell)) : row));
}
