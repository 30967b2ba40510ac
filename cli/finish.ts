import { writeFileSync } from "node:fs";
import { ExitCode } from "./errors";
import { colors } from "./report/colors";
import { made } from "./report/made";
import { isUnchanged, type Outcome, type RunResult, runResult, type StackResult } from "./report/result";
import { summary } from "./report/summary";

export interface ReportOptions {
  sandbox: boolean;
  verbose: boolean;
  json?: string;
}

/** Writes the reports that were asked for and the summary; answers with the exit code. */
export function finish(options: ReportOptions, durationMs: number, { stacks, gated, applied }: Outcome): ExitCode {
  const result = runResult(options.sandbox, stacks, Math.round(durationMs));
  writeJson(options.json, result);
  // stdout belongs to the machine-readable result when that was asked for.
  const stream = options.json === "-" ? process.stderr : process.stdout;
  stream.write(`\n${summary(result, options)}\n`);
  if (applied && stacks.every(({ result: end }) => end === "succeeded")) stream.write(`\n${made(result)}\n`);
  if (!applied && stacks.length > 0 && stacks.every(isUnchanged))
    stream.write(`\n${colors.green("Everything is unchanged.")}\n`);
  return worst([...stacks.map(exitCodeOf), ...(gated ? [ExitCode.gate] : [])]);
}

/** Writes `value` as JSON to `file`; `-` is stdout. */
export function writeJson(file: string | undefined, value: RunResult | object): void {
  if (file === undefined) return;
  const text = `${JSON.stringify(value, null, 2)}\n`;
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
const exitCodeOf = ({ result }: StackResult): ExitCode => exitCodes[result];

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
