import type { Fault } from "../../sandbox/faults/fault";
import { Dice } from "./dice";
import { type Change, changes } from "./environment";

/** What is killed: an engine, the command, the sandbox, or all of them at once, as when a machine goes down. */
export const victims = ["engine", "command", "sandbox", "all"] as const;
export type Victim = (typeof victims)[number];

/** When it is killed: so long after the start of the run, or once the cloud's journal has grown by so many bytes. */
export type Moment = { afterMs: number } | { journalBytes: number };

/** One run of the command, and what happens to it. */
export interface PlannedRun {
  faults: Fault[];
  kill?: { victim: Victim; moment: Moment };
}

/** What a round brings about, one after the other, by as many disturbed runs as there are and one that is left alone. */
export interface Goal {
  command: "up" | "destroy";
  /** Whether nobody sees to its end: the next goal begins with what the disturbed runs left. */
  abandoned?: boolean;
  /** The change of the environment file that comes first; none at the beginning and the end. */
  change?: Change;
  disturbed: PlannedRun[];
}

export interface Round {
  seed: number;
  number: number;
  goals: Goal[];
}

/** The round of this number: from nothing, over changes of the environment and of mind, to nothing. */
export function planRound(seed: number, number: number): Round {
  const dice = new Dice(`${seed}/${number}`);
  const changing = Array.from({ length: dice.whole(1, 2) }, () => dice.pick(changes));
  const made: Goal[] = [
    { command: "up", disturbed: disturbed(dice, whole) },
    ...changing.map((change): Goal => ({ command: "up", change, disturbed: disturbed(dice, part) })),
  ];
  const destroyed: Goal = { command: "destroy", disturbed: disturbed(dice, gone) };
  return { seed, number, goals: [...made, ...(dice.chance(0.4) ? thoughtBetter(dice) : []), destroyed] };
}

/** A destroy that somebody stops half-way and takes back. */
function thoughtBetter(dice: Dice): Goal[] {
  return [
    { command: "destroy", abandoned: true, disturbed: disturbed(dice, gone).slice(0, 1) },
    { command: "up", disturbed: disturbed(dice, part).slice(0, 1) },
  ];
}

/** How large what a goal brings about is. */
interface Extent {
  /** Most runs that are disturbed on the way; fewer where one is through all the same. */
  runs: number;
  /** About how many calls it takes that change the cloud. */
  calls: number;
  /** About how much the cloud's journal grows. */
  journalBytes: number;
}

const whole: Extent = { runs: 4, calls: 60, journalBytes: 110_000 };
const part: Extent = { runs: 2, calls: 6, journalBytes: 8_000 };
const gone: Extent = { runs: 3, calls: 60, journalBytes: 7_000 };

/** Longest time from the start of a run to a kill by the clock. */
const longestMs = 10_000;

function disturbed(dice: Dice, extent: Extent): PlannedRun[] {
  return Array.from({ length: dice.whole(1, extent.runs) }, () => {
    const faults = plannedFaults(dice, extent);
    if (!dice.chance(0.85)) return { faults };
    const moment = dice.chance(0.3)
      ? { afterMs: dice.whole(300, longestMs) }
      : { journalBytes: dice.whole(1, Math.round(extent.journalBytes / 2)) };
    return { faults, kill: { victim: dice.pick(victims), moment } };
  });
}

function plannedFaults(dice: Dice, { calls }: Extent): Fault[] {
  const faults: Omit<Fault, "id" | "seed">[] = [];
  /** On one to three calls after some that are let through. */
  const once = () => ({ rate: 1, skip: dice.whole(0, Math.round(calls / 2)), times: dice.whole(1, 3) });
  const changing = ["create", "update", "delete"] as const;
  if (dice.chance(0.4)) faults.push({ error: "throttling", rate: dice.whole(2, 30) / 100 });
  if (dice.chance(0.3)) faults.push({ error: "InternalError", rate: dice.whole(2, 20) / 100 });
  for (const call of changing) {
    if (dice.chance(0.15)) faults.push({ call, error: "UnauthorizedOperation", ...once() });
    if (dice.chance(0.35)) faults.push({ call, lostAnswer: true, ...once() });
    if (dice.chance(0.05)) faults.push({ call, crash: dice.pick(["before", "after"]), ...once() });
  }
  if (dice.chance(0.6)) faults.push({ latencyMs: dice.whole(20, 300), rate: 0.5 });
  const withIds = (fault: Omit<Fault, "id" | "seed">): Fault => {
    const seed = dice.whole(0, 999_999_999);
    return { ...fault, seed, id: `fault-${seed}` };
  };
  return faults.map(withIds);
}
