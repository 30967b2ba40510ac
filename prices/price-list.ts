import { z } from "zod";
import { lists } from "./lists";

/** What was read in one place on one day. */
export const priceListSchema = z.strictObject({
  /** The region that the prices are of; * where they are the same in all. */
  region: z.string(),
  /** The day on which it was read, or made. */
  date: z.iso.date(),
  source: z.url(),
  /**
   * Whether it was read in AWS's own page or file, or an unchanged copy of it. What others quote from there is not, and that is to be
   * said wherever it is shown.
   */
  verified: z.boolean(),
  note: z.string(),
  /** US dollars by item. Items end in what they are counted in: an hour, a GB, a month. */
  prices: z.record(z.string().regex(/^[a-z0-9-]+(\/[a-z0-9.-]+)*$/), z.number().positive()),
});

export type PriceList = z.output<typeof priceListSchema>;

/** Every list in the repository. `foundation prices update` replaces them by what AWS's price list says. */
export const priceLists: readonly PriceList[] = lists;

/** What one unit of an item costs. */
export interface Price {
  readonly usd: number;
  readonly list: PriceList;
  /** Whether it is the price in the region that was asked for, not the one in {@link referenceRegion}. */
  readonly exact: boolean;
}

/** Where prices are taken from that a region has none of; most other regions cost more, by up to a fifth in Europe. */
export const referenceRegion = "us-east-1";

/** The price of `item` in `region`, else in the reference region; undefined where no list has it. */
export function priceOf(item: string, region: string, lists: readonly PriceList[] = priceLists): Price | undefined {
  const index = indexOf(lists);
  const own = index.get(`${region} ${item}`) ?? index.get(`* ${item}`);
  const list = own ?? index.get(`${referenceRegion} ${item}`);
  const usd = list?.prices[item];
  return list && usd !== undefined ? { usd, list, exact: own !== undefined } : undefined;
}

const indexes = new WeakMap<readonly PriceList[], ReadonlyMap<string, PriceList>>();

/** The list that has an item, by region and item. */
function indexOf(lists: readonly PriceList[]): ReadonlyMap<string, PriceList> {
  const known = indexes.get(lists);
  if (known) return known;
  const index = new Map(
    lists.flatMap((list) => Object.keys(list.prices).map((item) => [`${list.region} ${item}`, list] as const)),
  );
  indexes.set(lists, index);
  return index;
}
