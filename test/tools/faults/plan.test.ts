import { describe, expect, it } from "vitest";
import { faultSchema } from "../../../sandbox/faults/fault";
import { planRound } from "../../../tools/faults/plan";

const rounds = (seed: number) => Array.from({ length: 30 }, (_, index) => planRound(seed, index + 1));

describe("planRound", () => {
  it("plans the same for the same seed and number, and else something else", () => {
    expect(rounds(1)).toEqual(rounds(1));
    expect(rounds(1)).not.toEqual(rounds(2));
    expect(planRound(1, 1).goals).not.toEqual(planRound(1, 2).goals);
  });

  it("goes from nothing over changes, of mind too, to nothing, with kills of all kinds and every way to fail", () => {
    for (const { goals } of rounds(1)) {
      const said = goals.map(({ command, change, abandoned }) =>
        [command, ...(change ? ["changed"] : []), ...(abandoned ? ["abandoned"] : [])].join(" "),
      );
      expect(said.join(", ")).toMatch(/^up(, up changed){1,2}(, destroy abandoned, up)?, destroy$/);
    }
    expect(rounds(1).some(({ goals }) => goals.some(({ abandoned }) => abandoned))).toBe(true);
    const runs = rounds(1).flatMap(({ goals }) => goals.flatMap(({ disturbed }) => disturbed));
    expect(new Set(runs.flatMap(({ kill }) => (kill ? [kill.victim] : [])))).toEqual(
      new Set(["engine", "command", "sandbox", "all"]),
    );
    const faults = runs.flatMap((run) => run.faults);
    for (const fault of faults) expect(faultSchema.parse(fault)).toEqual(fault);
    const kinds = faults.flatMap(({ error, lostAnswer, crash, latencyMs }) => [
      ...(error ? [error] : []),
      ...(lostAnswer ? ["lost"] : []),
      ...(crash ? [`crash ${crash}`] : []),
      ...(latencyMs ? ["slow"] : []),
    ]);
    const all = ["throttling", "InternalError", "UnauthorizedOperation", "lost", "crash before", "crash after", "slow"];
    expect(new Set(kinds)).toEqual(new Set(all));
  });
});
