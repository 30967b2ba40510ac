import { readFileSync } from "node:fs";
import { judgeBy } from "../../policy-packs/core/judge";
import { packs, rules } from "../../policy-packs/rules";
import { ExitCode, WrongUse } from "../errors";
import { writeJson } from "../finish";
import { checkState } from "../policies/check";
import type { CheckedState, CheckResult } from "../policies/check-result";
import { checkSummary } from "../policies/check-summary";
import { type ExportedState, exportStacks } from "../policies/export-stacks";
import { standardOfAllPacks, withMistakes } from "../policies/standard";
import { readState, type State, StateError } from "../policies/state";
import { exceptionResults } from "../report/exceptions";
import { standardInForce } from "../report/standard";

export interface PoliciesCheckOptions {
  state?: string[];
  stack?: string[];
  sandbox: boolean;
  verbose: boolean;
  json?: string;
}

/**
 * Judges states by the standard in force, without a preview. Exits 3 where a mandatory rule is violated.
 *
 * @throws WrongUse where there is nothing to judge, or a file is no state.
 */
export async function policiesCheck(options: PoliciesCheckOptions): Promise<void> {
  const { state: files = [], stack: stacks = [], sandbox } = options;
  if (files.length + stacks.length === 0) {
    throw new WrongUse(
      "policies check needs states: --state FILE (- is stdin), made by pulumi stack export, or --stack NAME\n" +
        "  e.g. pulumi stack export | foundation policies check --state -",
    );
  }
  if (sandbox && stacks.length === 0) throw new WrongUse("--sandbox is about where --stack is: add --stack NAME");
  const { file, settings, exceptions } = standardOfAllPacks();
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const exported = [...readFiles(files), ...(stacks.length > 0 ? await exportStacks(stacks, sandbox, say) : [])];
  const states = parsed(exported);
  const judge = judgeBy({ rules, settings, exceptions });
  const checked = withMistakes(() => states.map(({ source, state }) => checkState(source, state, judge, packs)));
  const names = [...new Set(checked.map(({ stack }) => stack).filter((name) => name !== ""))];
  const findings = checked.flatMap(({ policies }) => policies);
  const result: CheckResult = {
    version: 1,
    standard: standardInForce(names, file, exceptions.today),
    states: checked,
    exceptions: exceptionResults(findings, false, exceptions),
    totals: totalsOf(checked),
  };
  writeJson(options.json, result);
  const stream = options.json === "-" ? process.stderr : process.stdout;
  stream.write(`${checkSummary(result, options)}\n`);
  process.exitCode = result.totals.mandatory > 0 ? ExitCode.policyViolated : ExitCode.done;
}

function readFiles(files: readonly string[]): ExportedState[] {
  return files.map((file) => {
    try {
      return { source: file, text: readFileSync(file === "-" ? 0 : file, "utf8") };
    } catch (error) {
      throw new WrongUse(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    }
  });
}

/** Every state, or all mistakes in those that are none. */
function parsed(exported: readonly ExportedState[]): { source: string; state: State }[] {
  const mistakes: string[] = [];
  const states = exported.flatMap(({ source, text }) => {
    try {
      return [{ source, state: readState(text) }];
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      mistakes.push(...error.message.split("\n").map((line) => `${source === "-" ? "stdin" : source}: ${line}`));
      return [];
    }
  });
  const how = "a state is what `pulumi stack export` prints";
  if (mistakes.length > 0) throw new WrongUse([...mistakes, how].join("\n"));
  return states;
}

function totalsOf(states: readonly CheckedState[]): CheckResult["totals"] {
  const sum = (of: (state: CheckedState) => number) => states.reduce((total, state) => total + of(state), 0);
  const atLevel = (wanted: "mandatory" | "advisory") =>
    sum(({ policies }) => policies.filter(({ level }) => level === wanted).length);
  return {
    resources: sum(({ resources }) => resources),
    passed: sum(({ outcomes }) => outcomes.passed),
    failed: sum(({ outcomes }) => outcomes.failed),
    excepted: sum(({ outcomes }) => outcomes.excepted),
    notEvaluated: sum(({ outcomes }) => outcomes.notEvaluated),
    mandatory: atLevel("mandatory"),
    advisory: atLevel("advisory"),
  };
}
