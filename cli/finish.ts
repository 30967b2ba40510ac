import { writeFileSync } from "node:fs";
import type { Found } from "./commands/drift";
import { driftResult, type StackDrift } from "./drift/result";
import { driftSummary } from "./drift/summary";
import { ExitCode, WrongUse } from "./errors";
import { colors } from "./report/colors";
import { accountFor } from "./report/exceptions";
import { made } from "./report/made";
import { isUnchanged, type Outcome, type RunResult, runResult, type StackResult } from "./report/result";
import { standardInForce } from "./report/standard";
import { summary } from "./report/summary";
import type { ReviewReports } from "./review/reports";

export interface ReportOptions extends ReviewReports {
  sandbox: boolean;
  verbose: boolean;
  json?: string;
  /** File for the policies' findings; this and what follows only `preview` takes. */
  sarif?: string;
  /** File for the review document. */
  review?: string;
}

const outputs = ["json", "sarif", "review", "markdown", "summary", "html"] as const;

/** @throws WrongUse where stdout is to hold more than one thing. */
export function requireOneStdout(options: Partial<Record<(typeof outputs)[number], string>>): void {
  const wanted = outputs.filter((output) => options[output] === "-");
  if (wanted.length > 1)
    throw new WrongUse(`only one of ${wanted.map((output) => `--${output}`).join(" and ")} can be -, which is stdout`);
}

/** Whether a report of the change is wanted, for which more is gathered. */
export const isReviewed = (options: ReportOptions): boolean =>
  (["review", "markdown", "summary", "html"] as const).some((output) => options[output] !== undefined);

/**
 * Writes the reports that were asked for and the summary; answers with the exit code.
 *
 * @param everything Whether every stack of the project was in the run.
 */
export function finish(
  options: ReportOptions,
  durationMs: number,
  { stacks: ran, gated, applied, gathering }: Outcome,
  everything: boolean,
): ExitCode {
  const { stacks, exceptions } = accountFor(ran, everything);
  const standard = standardInForce(stacks.map(({ stack }) => stack));
  const result = runResult(options.sandbox, stacks, Math.round(durationMs), { standard, exceptions });
  writeJson(options.json, result);
  if (options.sarif !== undefined) {
    // Loads every rule, which nobody else needs here.
    const { writeSarif } = require("./sarif/write") as typeof import("./sarif/write");
    writeSarif(options.sarif, stacks, options.sandbox);
  }
  // stdout belongs to the machine-readable result when that was asked for.
  const stream = outputs.some((output) => options[output] === "-") ? process.stderr : process.stdout;
  stream.write(`\n${summary(result, options)}\n`);
  if (gathering !== undefined) {
    // What makes reports is loaded only for them.
    const { writeReview } = require("./review/write") as typeof import("./review/write");
    const { reviewSummary } = require("./report/review-summary") as typeof import("./report/review-summary");
    const review = writeReview(options, gathering.gathered({ stacks, exceptions, standard }));
    stream.write(`\n${reviewSummary(review)}\n`);
  }
  if (applied && stacks.every(({ result: end }) => end === "succeeded")) stream.write(`\n${made(result)}\n`);
  if (!applied && stacks.length > 0 && stacks.every(isUnchanged))
    stream.write(`\n${colors.green("Everything is unchanged.")}\n`);
  return worst([...stacks.map(exitCodeOf), ...(gated ? [ExitCode.gate] : [])]);
}

/** {@link finish} for drift. What was accepted is drift no longer. */
export function finishDrift(options: ReportOptions, durationMs: number, found: Found): ExitCode {
  const { stacks, accepted } = found;
  const result = driftResult({ sandbox: options.sandbox, accepted, stacks }, Math.round(durationMs));
  writeJson(options.json, result);
  const stream = options.json === "-" ? process.stderr : process.stdout;
  stream.write(`\n${driftSummary(result, options)}\n`);
  if (stacks.length > 0 && stacks.every(({ result: end }) => end === "clean"))
    stream.write(`\n${colors.green("The cloud is as the states record it.")}\n`);
  return worst(stacks.map(({ result: end }) => (end === "drifted" && accepted ? ExitCode.done : driftCodes[end])));
}

const driftCodes: Record<StackDrift["result"], ExitCode> = {
  clean: ExitCode.done,
  drifted: ExitCode.drift,
  failed: ExitCode.failed,
  skipped: ExitCode.done,
  cancelled: ExitCode.interrupted,
};

/** Writes `value` as JSON to `file`; `-` is stdout. */
export function writeJson(file: string | undefined, value: RunResult | object): void {
  if (file === undefined) return;
  writeText(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes `text` to `file`; `-` is stdout. */
export function writeText(file: string, text: string): void {
  if (file === "-") process.stdout.write(text);
  else writeFileSync(file, text);
}

const exitCodes: Record<StackResult["result"], ExitCode> = {
  succeeded: ExitCode.done,
  failed: ExitCode.failed,
  violated: ExitCode.policyViolated,
  skipped: ExitCode.done,
  cancelled: ExitCode.interrupted,
};
/** How a command ends where this came of a stack. */
export const exitCodeOf = ({ result }: Pick<StackResult, "result">): ExitCode => exitCodes[result];

/** Of several codes the lowest that is not 0, but a policy violation over a plain failure. */
export function worst(codes: ExitCode[]): ExitCode {
  const order: ExitCode[] = [
    ExitCode.policyViolated,
    ExitCode.failed,
    ExitCode.wrongUse,
    ExitCode.drift,
    ExitCode.gate,
    ExitCode.interrupted,
  ];
  return order.find((code) => codes.includes(code)) ?? ExitCode.done;
}
