import { estimate } from "../../prices/estimate";
import type { PriceList } from "../../prices/price-list";
import { type Usage, usageSchema } from "../../prices/usage";
import type { Gathered } from "../model/gathered";
import type { Cost } from "../model/schema";
import { billedOf } from "./billed";
import { Gaps } from "./gaps";
import { Lines } from "./lines";
import { compare } from "./money";
import { Rows } from "./rows";

const sides = ["before", "after"] as const;

/**
 * What the stacks of a change cost in a month, before and after it, at list prices. Amounts are exact to a millionth of a dollar:
 * who shows them rounds them, once. Where there are gaps, the sums are what is known, and no more.
 *
 * @param lists Default: those of the repository.
 */
export function costOf(
  { clock, stacks, settings }: Pick<Gathered, "clock" | "stacks" | "settings">,
  lists?: readonly PriceList[],
): Cost {
  const byUrn = new Map(stacks.flatMap(({ steps }) => steps.steps).map((step) => [step.urn, step]));
  const find = (urn: string) => byUrn.get(urn);
  const rows = new Rows(find);
  const lines = new Lines();
  const gaps = new Gaps();
  const assumptions = new Map<string, Cost["assumptions"][number]>();
  for (const { steps: run } of stacks) {
    const { usage } = settings(run.environment);
    for (const side of sides) {
      const billed = billedOf(run.steps, side, find);
      const result = estimate(billed, { usage, today: clock.toISOString().slice(0, 10), ...(lists && { lists }) });
      const steps = new Map(billed.map(({ urn, step }) => [urn, step]));
      rows.add(side, result.lines, steps);
      lines.add(run.stack, side, result.lines);
      gaps.add(steps, result);
      for (const key of result.assumed)
        assumptions.set(`${run.environment}\0${key}`, assumptionOf(run.environment, key, usage));
    }
  }
  const sorted = [...assumptions].sort(([one], [other]) => compare(one, other)).map(([, assumption]) => assumption);
  return { ...rows.result(), ...lines.result(), ...gaps.result(), assumptions: sorted };
}

const assumptionOf = (environment: string, key: keyof Usage, usage: Usage): Cost["assumptions"][number] => ({
  ...{ environment, quantity: usage[key] },
  what: usageSchema.shape[key].description ?? key,
});
