import { estimate } from "../../prices/estimate";
import { serviceOf } from "../../prices/items";
import type { PriceList } from "../../prices/price-list";
import { type Usage, usageSchema } from "../../prices/usage";
import type { Gathered } from "../model/gathered";
import type { Cost } from "../model/schema";
import type { Step } from "../model/step";
import { ownerOf } from "../tags/tags";
import { billedOf } from "./billed";
import { Gaps } from "./gaps";
import { Lines } from "./lines";
import { compare, exact, inUnits, Sums } from "./money";

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
  const find = finderOf(stacks.flatMap(({ steps }) => steps.steps));
  const total = { before: 0, after: 0 };
  const sums = { stack: new Sums(), service: new Sums(), team: new Sums(), component: new Sums() };
  const lines = new Lines();
  const gaps = new Gaps();
  const assumptions = new Map<string, Cost["assumptions"][number]>();
  for (const { steps: run } of stacks) {
    const { usage } = settings(run.environment);
    const options = { usage, today: clock.toISOString().slice(0, 10), ...(lists && { lists }) };
    for (const side of sides) {
      const billed = billedOf(run.steps, side, find);
      const result = estimate(billed, options);
      const steps = new Map(billed.map(({ urn, step }) => [urn, step]));
      gaps.add(steps, result);
      for (const line of result.lines) {
        const step = steps.get(line.urn);
        if (step === undefined) continue;
        const amount = exact(line.usd);
        total[side] += amount;
        sums.stack.add(run.stack, side, amount);
        sums.service.add(serviceOf(line.item), side, amount);
        sums.team.add(ownerOf(step, find, side), side, amount);
        sums.component.add(componentOf(step, find), side, amount);
        lines.add(run.stack, side, line);
      }
      for (const key of result.assumed) {
        const assumption = assumptionOf(run.environment, key, usage);
        assumptions.set(`${run.environment}\0${key}`, assumption);
      }
    }
  }
  const rows = {
    ...{ stack: sums.stack.rows(), service: sums.service.rows() },
    ...{ team: sums.team.rows(), component: sums.component.rows() },
  };
  const sorted = [...assumptions].sort(([one], [other]) => compare(one, other)).map(([, assumption]) => assumption);
  return { ...inUnits(total), rows, ...lines.result(), ...gaps.result(), assumptions: sorted };
}

function finderOf(steps: readonly Step[]): (urn: string) => Step | undefined {
  const byUrn = new Map(steps.map((step) => [step.urn, step]));
  return (urn) => byUrn.get(urn);
}

const assumptionOf = (environment: string, key: keyof Usage, usage: Usage): Cost["assumptions"][number] => ({
  ...{ environment, quantity: usage[key] },
  what: usageSchema.shape[key].description ?? key,
});

/** The outermost component that a resource is in, with its stack; empty for none. */
function componentOf({ stack, parent }: Step, find: (urn: string) => Step | undefined): string {
  let outermost = "";
  for (let at = find(parent); at && at.type !== "pulumi:pulumi:Stack"; at = find(at.parent)) {
    outermost = `${stack}/${at.name}`;
  }
  return outermost;
}
