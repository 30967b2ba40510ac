import { ifKnown } from "../policy-packs/core/unknown";
import type { Billable, Charge, Context, Model } from "./model";
import { computeModels } from "./models/compute";
import { dataModels } from "./models/data";
import { isFree, isOfFreePackage } from "./models/free";
import { kubernetesModels } from "./models/kubernetes";
import { networkModels } from "./models/network";
import { type Price, type PriceList, priceLists, priceOf, referenceRegion } from "./price-list";
import { today } from "./support";
import { type Usage, usageSchema } from "./usage";

const models: ReadonlyMap<string, Model> = new Map([
  ...computeModels,
  ...dataModels,
  ...kubernetesModels,
  ...networkModels,
]);

/** One line of an estimate: so much of an item, at that price. */
export interface Line {
  readonly urn: string;
  readonly type: string;
  readonly item: string;
  /** In the unit that the item ends in, for a month. */
  readonly quantity: number;
  readonly price: Price;
  readonly usd: number;
}

/** What a resource costs and the estimate cannot say. */
export interface Gap {
  readonly urn: string;
  readonly type: string;
  /** What is missing, in words. */
  readonly what: string;
}

/** What the resources of a stack cost in a month, and what of it is not known. Nothing is counted as zero in silence. */
export interface Estimate {
  /** Sum of the lines: a lower bound while there are gaps. */
  readonly usd: number;
  readonly lines: readonly Line[];
  /** No price, or no way to count. */
  readonly unpriced: readonly Gap[];
  /** What is decided only when it is made. */
  readonly unknown: readonly Gap[];
  /** How many resources cost nothing by themselves. */
  readonly free: number;
  /** The assumptions that the lines rest on. */
  readonly assumed: ReadonlySet<keyof Usage>;
}

export interface Options {
  /** Region of resources that do not say it, nor their providers. Default: that of the reference prices, which is then no exact one. */
  readonly region?: string;
  /** Default: what {@link usageSchema} assumes. */
  readonly usage?: Usage;
  /** Default: today. */
  readonly today?: string;
  /** Default: those of the repository. */
  readonly lists?: readonly PriceList[];
}

interface Growing {
  readonly lines: Line[];
  readonly unpriced: Gap[];
  readonly unknown: Gap[];
  free: number;
}

/**
 * Estimates what `resources` cost in a month at list prices, without discounts, taxes and free tiers.
 *
 * Properties may be proxies that throw where something is not known yet: `throwingOnUnknown` of policy-packs/core/unknown.ts.
 */
export function estimate(resources: readonly Billable[], options: Options = {}): Estimate {
  const { lists = priceLists } = options;
  const result: Growing = { lines: [], unpriced: [], unknown: [], free: 0 };
  const assumed = new Set<keyof Usage>();
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const around: Omit<Context, "resource"> = {
    usage: recorded(options.usage ?? usageSchema.parse({}), assumed),
    today: options.today ?? today(),
    find: (urn) => byUrn.get(urn),
  };
  for (const resource of resources) {
    const { urn, type } = resource;
    const model = models.get(type);
    if (model === undefined) {
      addUnmodelled(result, resource);
      continue;
    }
    const charges = ifKnown(() => model(resource.props as never, { ...around, resource }));
    if (charges === undefined)
      result.unknown.push({ urn, type, what: "what it costs is decided only when it is made" });
    else if (charges.length === 0) result.free++;
    else {
      const region = regionOf(resource) ?? options.region;
      for (const charge of charges) add(result, resource, charge, priced(charge, region, lists));
    }
  }
  return { ...result, assumed, usd: sum(result.lines) };
}

function addUnmodelled(result: Growing, { urn, type, custom }: Billable): void {
  const isAws = type.startsWith("aws:");
  // What other packages make, and whether it is a thing at all, rules do not know.
  if (!isAws && custom !== true) return;
  if (isAws ? isFree(type) : isOfFreePackage(type)) result.free++;
  else result.unpriced.push({ urn, type, what: "no model of what it costs" });
}

/** Notes in `used` what a model reads. */
function recorded(usage: Usage, used: Set<keyof Usage>): Usage {
  return new Proxy(usage, {
    get(target, key: keyof Usage) {
      used.add(key);
      return target[key];
    },
  });
}

function add({ lines, unpriced }: Growing, { urn, type }: Billable, charge: Charge, price: Price | undefined): void {
  if ("uncounted" in charge) unpriced.push({ urn, type, what: charge.uncounted });
  else if (price === undefined) unpriced.push({ urn, type, what: `no price of ${charge.item}` });
  else lines.push({ urn, type, ...charge, price, usd: charge.quantity * price.usd });
}

/** A price is only exact where the region is known, or does not matter. */
function priced(charge: Charge, region: string | undefined, lists: readonly PriceList[]): Price | undefined {
  if (!("item" in charge)) return undefined;
  const price = priceOf(charge.item, region ?? referenceRegion, lists);
  return price && { ...price, exact: price.exact && (region !== undefined || price.list.region === "*") };
}

/** Rounded once, so that many lines do not drift. */
const sum = (lines: readonly Line[]): number =>
  Math.round(lines.reduce((total, { usd }) => total + usd, 0) * 100) / 100;

/** Version 7 of the provider lets a resource choose its region; else it is the provider's. */
function regionOf({ props, provider }: Billable): string | undefined {
  // A preview does not know yet what a resource takes from its provider.
  const region = ifKnown(() => props.region) ?? ifKnown(() => provider?.props.region);
  return typeof region === "string" && region !== "" ? region : undefined;
}
