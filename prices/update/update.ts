import { itemOf } from "../items";
import { type Offer, offers } from "../offers";
import { type PriceList, priceListSchema, priceOf } from "../price-list";
import { fetchOffer } from "./fetch-offer";
import { OfferError } from "./offer-file";
import { namingOf, pricesOf } from "./prices-of";

/** A price that is not what it was. */
export interface PriceChange {
  readonly item: string;
  /** Absent where there was none. */
  readonly before?: number;
  /** Absent where there is none any more. */
  readonly after?: number;
}

/** What came of one service in one region. */
export type Outcome = { readonly region: string; readonly offer: Offer } & (
  | { readonly list: PriceList; readonly changes: readonly PriceChange[] }
  /** Why its prices stay as they are. */
  | { readonly refused: string }
);

export interface UpdateOptions {
  readonly regions: readonly string[];
  /** Every list that there is. */
  readonly lists: readonly PriceList[];
  /** The day on which the lists are read. */
  readonly today: string;
  /** Whether prices may change by more than half, or go. */
  readonly allowWild: boolean;
  /** Default: AWS's own. */
  readonly host?: string;
  readonly progress?: (line: string) => void;
}

/** Changes beyond this share are more often a mistake of ours than a price of AWS's. */
const wildShare = 0.5;

/** Reads every service's prices in `regions`; of each, all of them or none. */
export async function readUpdates({ regions, progress = () => {}, ...options }: UpdateOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const region of regions) {
    for (const offer of Object.keys(offers) as Offer[]) {
      progress(`reading ${offer} of ${region}`);
      outcomes.push({ region, offer, ...(await outcomeOf(region, offer, options)) });
    }
  }
  return outcomes;
}

async function outcomeOf(region: string, offer: Offer, options: Omit<UpdateOptions, "regions" | "progress">) {
  const { lists, today, allowWild, host } = options;
  try {
    const name = namingOf(offer, region);
    const { source, rates } = await fetchOffer(offer, region, (product) => name(product) !== undefined, host);
    const list = priceListSchema.parse({
      ...{ region, date: today, verified: true, source },
      note: "Read by foundation prices update; on demand, the first tier that costs anything.",
      prices: pricesOf(offer, rates, name),
    });
    const changes = changesOf(list, lists, offer);
    const wild = allowWild ? [] : changes.filter(isWild);
    return wild.length > 0 ? { refused: `${wild.map(changeWords).join("; ")}: --yes takes them` } : { list, changes };
  } catch (error) {
    if (error instanceof OfferError) return { refused: error.message };
    throw error;
  }
}

function changesOf({ region, prices }: PriceList, lists: readonly PriceList[], offer: Offer): PriceChange[] {
  const before = (item: string) => {
    const price = priceOf(item, region, lists);
    return price?.exact ? price.usd : undefined;
  };
  const own = lists.filter((list) => list.region === region).flatMap((list) => Object.keys(list.prices));
  const gone = own.filter((item) => itemOf(item)?.offer === offer && !Object.hasOwn(prices, item));
  return [...Object.keys(prices), ...gone]
    .map((item) => ({ item, before: before(item), after: prices[item] }))
    .filter((change) => change.before !== change.after)
    .map(({ item, before: was, after }) => ({
      item,
      ...(was !== undefined && { before: was }),
      ...(after !== undefined && { after }),
    }));
}

function isWild({ before, after }: PriceChange): boolean {
  if (before === undefined) return false;
  return after === undefined || Math.abs(after / before - 1) > wildShare;
}

/** `nat-gateway-hour 0.045 → 0.048 (+6.7 %)` */
export function changeWords({ item, before, after }: PriceChange): string {
  if (before === undefined) return `${item} ${after} (new)`;
  if (after === undefined) return `${item} ${before} → none`;
  const percent = (after / before - 1) * 100;
  return `${item} ${before} → ${after} (${percent > 0 ? "+" : ""}${percent.toFixed(1)} %)`;
}
