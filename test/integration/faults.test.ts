import { expect, it } from "vitest";
import type { Fault } from "../../sandbox/faults/fault";
import type { PlannedRun } from "../../tools/faults/plan";
import { runRound } from "../../tools/faults/round";

/** Wide enough a window between what the cloud has done and what the state says. */
const slow: Fault = { id: "slow", latencyMs: 150, rate: 0.5, seed: 1 };
const throttled: Fault = { id: "throttled", error: "throttling", rate: 0.2, seed: 2 };
const lost = (id: string, skip: number): Fault => ({
  ...{ id, call: "create", lostAnswer: true, skip, times: 2, rate: 1, seed: 3 },
});

/** A round of the campaign (npm run faults) with one of everything. */
const disturbed: PlannedRun[] = [
  { faults: [throttled, slow, lost("first", 12)] },
  { faults: [slow], kill: { victim: "all", moment: { journalBytes: 20_000 } } },
  {
    faults: [lost("second", 3), { id: "crash", call: "create", crash: "after", skip: 12, rate: 1, times: 1, seed: 4 }],
  },
  { faults: [slow], kill: { victim: "engine", moment: { journalBytes: 10_000 } } },
];

it.skipIf(process.platform !== "linux")(
  "up of a whole environment ends complete after kills, crashes and lost answers, with nothing twice or forgotten",
  async () => {
    const said: string[] = [];
    const round = { seed: 0, number: 1, goals: [{ command: "up" as const, disturbed }] };
    const result = await runRound(round, (line) => said.push(line));
    expect(result.failure, said.join("\n")).toBeUndefined();
    expect(result).toMatchObject({ createdTwice: [], forgotten: [], unreadable: [] });
    expect(result.runs).toBe(disturbed.length + 1);
    expect(result.kills).toMatchObject({ all: 1, engine: 1 });
    expect(result.created).toBeGreaterThan(60);
  },
  600_000,
);
