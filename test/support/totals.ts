import { describe, expect, it } from "vitest";
import { costOf } from "../../review/cost/cost";
import type { Cost } from "../../review/model/schema";
import type { Step } from "../../review/model/step";
import { gatheredOf, type Said, stepOf } from "./gathered";
import { testPrices } from "./prices";

/** The provider of everything that is made here, in us-east-1. */
export const provider = stepOf({
  ...{ type: "pulumi:providers:aws", name: "dev", op: "same" },
  ...{ old: { region: "us-east-1" }, next: { region: "us-east-1" } },
});
/** A step of that provider. */
export const aws = (type: string, said: Partial<Said>): Step => stepOf({ type, provider: provider.urn, ...said });

/** How much of what, at which price: the arithmetic that a total is to equal. */
export type Sum = readonly (readonly [quantity: number, usd: number])[];

/** The sum in cents, in whole numbers from beginning to end. */
function centsOf(sum: Sum): number {
  const total = sum.reduce(
    (all, [quantity, usd]) => all + BigInt(Math.round(quantity * 1e4)) * BigInt(Math.round(usd * 1e10)),
    0n,
  );
  return Number((total + 5n * 10n ** 11n) / 10n ** 12n);
}
/** A figure of a review in cents. */
export const cents = (usd: number): number => Math.round(Math.round(usd * 1e6) / 1e4);

/** Hours in a month. */
export const month = 730;

/** What changes, what it costs before and after, and what else is expected of the estimate. */
export type Total = readonly [what: string, steps: readonly Step[], before: Sum, after: Sum, more?: Partial<Cost>];

/** Each with the assumptions that an environment has by default. */
export function describeTotals(totals: readonly Total[]): void {
  const cases = totals.map(([what, steps, before, after, more = {}]) => ({ what, steps, before, after, more }));
  describe.each(cases)("$what", ({ steps, before, after, more }) => {
    it("costs what the arithmetic says, to the cent", () => {
      const cost = costOf(gatheredOf([provider, ...steps]), testPrices);
      expect([cents(cost.before), cents(cost.after)]).toEqual([centsOf(before), centsOf(after)]);
      expect(cost).toMatchObject({ resources: { unpriced: 0, unknown: 0 }, ...more });
    });
  });
}
