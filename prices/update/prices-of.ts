import { type Item, items } from "../items";
import type { Offer } from "../offers";
import { OfferError, type Product, type Rate } from "./offer-file";

/** Which item a product of a region is, if any. */
export type NameProduct = (product: Product) => { readonly item: Item; readonly name: string } | undefined;

/** Names the products of one price list. */
export function namingOf(offer: Offer, region: string): NameProduct {
  const kinds = items
    .filter((item) => item.offer === offer)
    // Outside us-east-1, and for some services there too, usage types begin with a short name of the region.
    .map((item) => ({ item, usage: new RegExp(`^(?:[A-Z]{2,4}\\d*-|${region}-)?(?:${item.usage})$`) }));
  return (product) => {
    const { attributes } = product;
    if ((attributes.locationType ?? "AWS Region") !== "AWS Region") return undefined;
    if ((attributes.regionCode ?? region) !== region) return undefined;
    for (const { item, usage } of kinds) {
      if (!usage.test(attributes.usagetype ?? "") || !hasAttributes(product, item)) continue;
      const name = nameOf(product, item);
      if (name !== undefined) return { item, name };
    }
    return undefined;
  };
}

function hasAttributes({ productFamily, attributes }: Product, { attributes: wanted = {} }: Item): boolean {
  const given: Readonly<Record<string, string>> = { ...attributes, productFamily };
  return Object.entries(wanted).every(([key, allowed]) => [allowed].flat().includes(given[key] ?? ""));
}

/** The name with values in place of attributes; undefined where we have no name for one of them. */
function nameOf({ attributes }: Product, { item, names = {} }: Item): string | undefined {
  const parts = item.split("/").map((part) => {
    const attribute = /^\{(.+)\}$/.exec(part)?.[1];
    if (attribute === undefined) return part;
    const value = attributes[attribute];
    const own = names[attribute];
    return own ? own[value ?? ""] : value;
  });
  return parts.every((part) => part !== undefined && part !== "") ? parts.join("/") : undefined;
}

/**
 * The prices that rates make, by item.
 *
 * @throws OfferError with everything that stands against them: a unit that we do not know, an item with two prices or with none.
 */
export function pricesOf(offer: Offer, rates: readonly Rate[], name: NameProduct): Record<string, number> {
  const prices = new Map<string, number>();
  const mistakes = new Set<string>();
  for (const { product, unit, usd } of rates) {
    const found = name(product);
    if (found === undefined) continue;
    const factor = found.item.units[unit];
    if (factor === undefined) {
      mistakes.add(`${found.name} is counted in ${unit}, not in ${Object.keys(found.item.units).join(" or ")}`);
      continue;
    }
    // What a division adds behind the digits that AWS gives is none of the price.
    const price = Number((usd / factor).toPrecision(12));
    const before = prices.get(found.name);
    if (before !== undefined && before !== price) mistakes.add(`${found.name} has two prices, ${before} and ${price}`);
    prices.set(found.name, price);
  }
  for (const { item } of items.filter((one) => one.offer === offer && !one.item.includes("{"))) {
    if (!prices.has(item)) mistakes.add(`${item} has no price`);
  }
  if (mistakes.size > 0) throw new OfferError([...mistakes].sort().join("; "));
  return Object.fromEntries([...prices].sort(([one], [other]) => (one < other ? -1 : 1)));
}
