import { createInterface } from "node:readline/promises";
import { driftResult, type StackDrift } from "./drift/result";
import { driftSummary } from "./drift/summary";
import { WrongUse } from "./errors";
import type { ResourceChange, StackResult } from "./report/result";
import { runResult } from "./report/result";
import { summary } from "./report/summary";

interface ConsentOptions {
  sandbox: boolean;
  verbose: boolean;
  yes?: boolean;
}

const isInteractive = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** @throws WrongUse where nobody can be asked and `--yes` was not given. */
export function requireConsent(command: string, { yes }: Pick<ConsentOptions, "yes">): void {
  if (yes || isInteractive()) return;
  throw new WrongUse(`foundation ${command} asks before it changes anything; without a terminal pass --yes`);
}

/** Shows the previews and asks whether to apply them. */
export function askUp(options: ConsentOptions): (previews: StackResult[]) => Promise<boolean> {
  return async (previews) => {
    if (options.yes) return true;
    const took = previews.reduce((sum, { durationMs }) => sum + durationMs, 0);
    process.stderr.write(`\n${summary(runResult(options.sandbox, previews, took), options)}\n\n`);
    return ask("Apply these changes?");
  };
}

/** Asks about dangerous steps nobody has seen yet; `--yes` confirmed only what the first preview showed. */
export function askDangers(): (stack: string, dangers: ResourceChange[]) => Promise<boolean> {
  return async (stack, dangers) => {
    const lines = dangers.map(({ op, type, name }) => `  ${op} ${type} ${name}`);
    process.stderr.write(`${stack} would do what the confirmed preview did not show:\n${lines.join("\n")}\n`);
    return isInteractive() && ask("Apply it all the same?");
  };
}

/** Asks whether to delete. */
export function askDestroy({ yes }: ConsentOptions): (resources: number) => Promise<boolean> {
  return async (resources) => yes === true || ask(`Delete all ${resources} resources?`);
}

/** Shows what differs and asks whether the states shall record it. */
export function askAccept(options: ConsentOptions): (found: StackDrift[]) => Promise<boolean> {
  return async (stacks) => {
    if (options.yes) return true;
    const took = stacks.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const result = driftResult({ sandbox: options.sandbox, accepted: false, stacks }, took);
    process.stderr.write(`\n${driftSummary(result, options)}\n\n`);
    return ask("Make the states record this?");
  };
}

/** Asks whether to forget what is in the sandbox. */
export function askReset({ yes }: Pick<ConsentOptions, "yes">): (lost: string) => Promise<boolean> {
  return async (lost) => yes === true || ask(`Forget ${lost}?`);
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} Only "yes" does it: `);
    return answer.trim().toLowerCase() === "yes";
  } finally {
    terminal.close();
  }
}
