import type { Line } from "../../prices/estimate";
import type { Price } from "../../prices/price-list";
import type { Cost } from "../model/schema";
import { compare, exact, inUnits, type Sides } from "./money";

type CostLine = Cost["lines"][number];
type Source = Cost["sources"][number];

interface Entry {
  readonly urn: string;
  readonly stack: string;
  readonly item: string;
  readonly unitUsd: number;
  readonly source: string;
  readonly quantity: Sides;
  readonly amount: Sides;
}

/** Joins what is charged before a change with what is charged after it: by resource, item and price. */
export class Lines {
  private readonly entries = new Map<string, Entry>();
  private readonly sources = new Map<string, Source>();

  add(stack: string, side: keyof Sides, lines: readonly Line[]): void {
    for (const { urn, item, quantity, price, usd } of lines) {
      const source = this.sourceOf(price);
      const key = [urn, item, source].join("\0");
      let entry = this.entries.get(key);
      if (entry === undefined) {
        const none = () => ({ before: 0, after: 0 });
        entry = { urn, stack, item, unitUsd: price.usd, source, quantity: none(), amount: none() };
        this.entries.set(key, entry);
      }
      entry.quantity[side] += exact(quantity);
      entry.amount[side] += exact(usd);
    }
  }

  private sourceOf({ list, exact: isExact }: Price): string {
    const { source: url, date, region, verified } = list;
    const key = [url, region, date, isExact].join("\0");
    if (!this.sources.has(key)) this.sources.set(key, { url, date, region, verified, exact: isExact });
    return key;
  }

  /** What changes, the largest first, and all the sources that prices were taken from. */
  result(): Pick<Cost, "lines" | "sources"> {
    const sources = [...this.sources].sort(([one], [other]) => compare(one, other));
    const positions = new Map(sources.map(([key], position) => [key, position]));
    const lines = [...this.entries.values()]
      .filter(({ quantity }) => quantity.before !== quantity.after)
      .sort((one, other) => changeOf(other) - changeOf(one) || compare(keyOf(one), keyOf(other)))
      .map(
        ({ urn, stack, item, unitUsd, source, quantity, amount }): CostLine => ({
          ...{ urn, stack, item, unitUsd },
          quantity: inUnits(quantity),
          ...inUnits(amount),
          source: positions.get(source) ?? 0,
        }),
      );
    return { lines, sources: sources.map(([, source]) => source) };
  }
}

const changeOf = ({ amount }: Entry): number => Math.abs(amount.after - amount.before);
const keyOf = ({ urn, item, source }: Entry): string => [urn, item, source].join("\0");
