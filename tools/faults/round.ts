import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import { writeFaults } from "../../sandbox/faults/store";
import { change, copyEnvironments } from "./environment";
import { createdCount, type Findings, findings, unreadableStates } from "./invariants";
import type { Goal, PlannedRun, Round, Victim } from "./plan";
import { type Ended, killAt, start } from "./processes";

/** What came of a round. */
export interface RoundResult {
  seed: number;
  round: number;
  runs: number;
  kills: Record<Victim, number>;
  created: number;
  createdTwice: string[];
  forgotten: string[];
  unreadable: string[];
  /** What went wrong, with the last words of the command; undefined where all is well. */
  failure?: string;
}

/**
 * Runs a round in a folder of its own, up to its end or its first failure. With FOUNDATION_FAULTS_KEEP set the folder
 * stays, and everything that the commands print is said.
 */
export async function runRound(round: Round, say: (line: string) => void): Promise<RoundResult> {
  const dir = mkdtempSync(path.join(tmpdir(), "foundation-faults-"));
  const run = new Run(dir, round, say);
  try {
    for (const goal of round.goals) {
      const failure = await run.reach(goal);
      if (failure !== undefined) {
        run.result.failure = failure;
        break;
      }
    }
    run.result.created = createdCount(run.sandbox);
    return run.result;
  } finally {
    if (!keeps) rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    else say(`round ${round.number} is kept in ${dir}`);
  }
}

const keeps = process.env.FOUNDATION_FAULTS_KEEP !== undefined;

class Run {
  readonly sandbox: string;
  private readonly environments: string;
  readonly result: RoundResult;

  constructor(
    dir: string,
    { seed, number }: Round,
    private readonly say: (line: string) => void,
  ) {
    this.sandbox = path.join(dir, "sandbox");
    this.environments = path.join(dir, "environments");
    mkdirSync(this.environments);
    copyEnvironments(this.environments);
    const kills = { engine: 0, command: 0, sandbox: 0, all: 0 };
    const nothing = { runs: 0, created: 0, createdTwice: [], forgotten: [], unreadable: [] };
    this.result = { seed, round: number, kills, ...nothing };
  }

  /** @returns what went wrong, if anything. */
  async reach(goal: Goal): Promise<string | undefined> {
    if (goal.change !== undefined) change(this.environments, goal.change.apply);
    for (const planned of goal.disturbed) {
      const { code, output } = await this.once(goal, planned);
      this.result.unreadable.push(...unreadableStates(this.sandbox));
      if (this.result.unreadable.length > 0) return `${this.result.unreadable.join()} cannot be read\n${tail(output)}`;
      // Nothing is left that could be disturbed.
      if (code === 0) break;
    }
    if (goal.abandoned) return undefined;
    const { code, output } = await this.once(goal, { faults: [] });
    const what = `${goal.command}${goal.change ? ` after ${goal.change.what}` : ""}`;
    if (code !== 0) return `${what}: the undisturbed run ended with code ${code}\n${tail(output)}`;
    const found = findings(this.sandbox);
    this.result.createdTwice.push(...found.createdTwice);
    this.result.forgotten.push(...found.forgotten);
    const wrong = inWords(found);
    return wrong && `${what}: ${wrong}\n${tail(output)}`;
  }

  private async once(goal: Goal, { faults, kill }: PlannedRun): Promise<Ended> {
    writeFaults(sandboxParts(this.sandbox).cloud, faults);
    const running = start(goal.command, this.sandbox, this.environments);
    const killed = kill !== undefined && (await killAt(running, this.sandbox, kill.victim, kill.moment));
    if (killed) this.result.kills[kill.victim] += 1;
    const ended = await running.ended;
    this.result.runs += 1;
    const how = killed ? `${kill.victim} killed` : `code ${ended.code}`;
    this.say(`round ${this.result.round}  ${goal.command}  ${faults.length} faults  ${how}`);
    if (keeps) this.say(`${ended.output}\n`);
    return ended;
  }
}

function inWords(found: Findings): string | undefined {
  const lines = Object.entries(found).flatMap(([kind, items]: [string, string[]]) =>
    items.map((item) => `  ${kind}: ${item}`),
  );
  return lines.length === 0 ? undefined : `cloud and state differ\n${lines.join("\n")}`;
}

const tail = (output: string) => output.trim().split("\n").slice(-25).join("\n");
