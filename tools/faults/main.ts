import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { alignColumns } from "../../cli/report/words";
import { planRound, type Round } from "./plan";
import { type RoundResult, runRound } from "./round";

const usage = "usage: npm run faults [-- --runs N] [--seed S] [--round R] [--workers W] [--json FILE] [--verbose]";

/**
 * A seeded campaign of `foundation up` and `destroy` on a whole environment under kills, errors and lost answers.
 *
 * The same seed gives the same plan; what each kill hits depends on the machine's timing.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      round: { type: "string" },
      workers: { type: "string", default: "2" },
      json: { type: "string" },
      verbose: { type: "boolean", default: false },
    },
  });
  const [runs, seed, workers] = [values.runs, values.seed, values.workers].map(Number);
  if (!runs || !seed || !workers) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const next = values.round === undefined ? counting(seed) : [planRound(seed, Number(values.round))].values();
  const results = await inParallel(next, runs, workers, values.verbose);
  report(results);
  const json = values.json;
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(summary(results), null, 2)}\n`);
  if (results.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
}

function* counting(seed: number): Generator<Round, undefined> {
  for (let number = 1; ; number += 1) yield planRound(seed, number);
}

/** Rounds side by side, until there were enough runs. */
async function inParallel(
  rounds: Iterator<Round>,
  runs: number,
  workers: number,
  verbose: boolean,
): Promise<RoundResult[]> {
  const results: RoundResult[] = [];
  const say = (line: string) => {
    if (verbose) process.stderr.write(`${line}\n`);
  };
  const enough = () => results.reduce((sum, result) => sum + result.runs, 0) >= runs;
  const work = async () => {
    for (let next = rounds.next(); !next.done && !enough(); next = rounds.next()) {
      const result = await runRound(next.value, say);
      results.push(result);
      const end = result.failure === undefined ? "complete" : `FAILED: ${result.failure}`;
      process.stderr.write(`round ${result.round}: ${result.runs} runs, ${end}\n`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results.sort((a, b) => a.round - b.round);
}

function summary(results: RoundResult[]) {
  const sum = (of: (result: RoundResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    rounds: results.length,
    runs: sum(({ runs }) => runs),
    kills: sum(({ kills }) => Object.values(kills).reduce((all, count) => all + count, 0)),
    killsOf: {
      engine: sum(({ kills }) => kills.engine),
      command: sum(({ kills }) => kills.command),
      sandbox: sum(({ kills }) => kills.sandbox),
      all: sum(({ kills }) => kills.all),
    },
    created: sum(({ created }) => created),
    createdTwice: sum(({ createdTwice }) => createdTwice.length),
    forgotten: sum(({ forgotten }) => forgotten.length),
    unreadable: sum(({ unreadable }) => unreadable.length),
    failures: results.flatMap(({ seed, round, failure }) => (failure === undefined ? [] : [{ seed, round, failure }])),
  };
}

function report(results: RoundResult[]): void {
  const { killsOf, failures, ...figures } = summary(results);
  const kinds = Object.entries(killsOf).map(([kind, count]) => `${count} ${kind}`);
  const rows = Object.entries({ ...figures, kills: `${figures.kills} (${kinds.join(", ")})` });
  process.stdout.write(`${alignColumns(rows.map(([name, value]) => [name, String(value)])).join("\n")}\n`);
  for (const { seed, round } of failures)
    process.stdout.write(`failed: npm run faults -- --seed ${seed} --round ${round} --verbose\n`);
}

void main();
