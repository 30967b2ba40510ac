import { writeFileSync } from "node:fs";
import { packs } from "../../policy-packs/rules";
import type { StackResult } from "../report/result";
import { findingsOfStacks } from "./findings";
import { sarifOf } from "./log";
import { repositoryOf } from "./repository";

/** Writes what the policies found in `stacks` as SARIF to `file`; `-` is stdout. */
export function writeSarif(
  file: string,
  stacks: readonly Pick<StackResult, "stack" | "layer" | "result" | "policies">[],
  sandbox: boolean,
  clock = new Date(),
): void {
  const findings = findingsOfStacks(stacks);
  const log = sarifOf({ findings, packs, stacks, clock, category: "preview", sandbox, repository: repositoryOf() });
  const text = `${JSON.stringify(log, null, 2)}\n`;
  if (file === "-") process.stdout.write(text);
  else writeFileSync(file, text);
}
