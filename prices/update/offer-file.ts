import { JSONParser } from "@streamparser/json";
import { z } from "zod";

/** A product of AWS's price list. */
export const productSchema = z.object({
  sku: z.string(),
  productFamily: z.string().default(""),
  attributes: z.record(z.string(), z.string()),
});
export type Product = z.output<typeof productSchema>;

const termSchema = z.record(
  z.string(),
  z.object({
    sku: z.string(),
    priceDimensions: z.record(
      z.string(),
      z.object({
        unit: z.string(),
        beginRange: z.string().default("0"),
        pricePerUnit: z.record(z.string(), z.string()),
      }),
    ),
  }),
);

/** What one unit of a product costs on demand, the first of its tiers that costs anything. */
export interface Rate {
  readonly product: Product;
  readonly unit: string;
  readonly usd: number;
}

/** What cannot be read is no price list. */
export class OfferError extends Error {
  override readonly name = "OfferError";
}

/**
 * Reads a price list as it comes in: EC2's has hundreds of megabytes, of which all but the wanted products are forgotten.
 *
 * @throws OfferError where it is no price list, or not a whole one.
 */
export async function readOfferFile(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (product: Product) => boolean,
): Promise<Rate[]> {
  const products = new Map<string, Product>();
  const rates: Rate[] = [];
  const parser = new JSONParser({ paths: ["$.products.*", "$.terms.OnDemand.*"], keepStack: false });
  let seen = 0;
  parser.onValue = ({ value, stack }) => {
    if (stack[1]?.key === "products") {
      seen++;
      const product = parsed(productSchema, value, "a product");
      if (wanted(product)) products.set(product.sku, product);
    } else {
      if (seen === 0) throw new OfferError("prices come before the products that they are of");
      rates.push(...ratesOf(parsed(termSchema, value, "a price"), products));
    }
  };
  try {
    for await (const chunk of chunks) parser.write(chunk);
    if (!parser.isEnded) parser.end();
  } catch (error) {
    if (error instanceof OfferError) throw error;
    throw new OfferError(`it broke off, or is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (seen === 0) throw new OfferError("it has no products");
  return rates;
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = schema.safeParse(value);
  if (error) throw new OfferError(`${what} is not as AWS documents it: ${z.prettifyError(error).split("\n")[0]}`);
  return data;
}

function ratesOf(terms: z.output<typeof termSchema>, products: ReadonlyMap<string, Product>): Rate[] {
  return Object.values(terms).flatMap(({ sku, priceDimensions }) => {
    const product = products.get(sku);
    if (product === undefined) return [];
    const tiers = Object.values(priceDimensions)
      .map(({ unit, beginRange, pricePerUnit }) => ({ unit, from: Number(beginRange), usd: Number(pricePerUnit.USD) }))
      .filter(({ usd }) => usd > 0)
      .sort((one, other) => one.from - other.from);
    const [first] = tiers;
    return first ? [{ product, unit: first.unit, usd: first.usd }] : [];
  });
}
