import { existsSync, readFileSync } from "node:fs";
import type { Outcome } from "../../policy-packs/core/outcome";
import { CommandFailure } from "../errors";
import type { StackResult } from "../report/result";

/**
 * The outcomes that the policy pack wrote to `file`, a line of JSON each.
 *
 * @throws CommandFailure where it wrote none though there was something to judge: that would pass for an empty estate.
 */
export function readOutcomes(file: string, stacks: readonly StackResult[]): Outcome[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const hasResources = stacks.some(({ resources }) => resources.length > 0);
  if (lines.length === 0 && hasResources) {
    throw new CommandFailure("the policy pack told nothing of what it judged: there is no evidence");
  }
  return lines.map((line) => JSON.parse(line) as Outcome);
}
