import { z } from "zod";
import type { Offer } from "../offers";
import { OfferError, type Product, type Rate, readOfferFile } from "./offer-file";

/** Where AWS publishes its price lists, for anybody. */
export const priceListHost = "https://pricing.us-east-1.amazonaws.com";

const regionIndexSchema = z.object({
  regions: z.record(z.string(), z.object({ currentVersionUrl: z.string().startsWith("/") })),
});

/** The rates of a region's price list, with the address of that version of it. */
export interface Fetched {
  readonly source: string;
  readonly rates: Rate[];
}

/**
 * Reads what a service costs in a region.
 *
 * @param host Default: AWS's own.
 * @throws OfferError where it cannot be had, or is not as AWS documents it.
 */
export async function fetchOffer(
  offer: Offer,
  region: string,
  wanted: (product: Product) => boolean,
  host = priceListHost,
): Promise<Fetched> {
  const index = await get(`${host}/offers/v1.0/aws/${offer}/current/region_index.json`);
  const { data, error } = regionIndexSchema.safeParse(await json(index));
  if (error) throw new OfferError("its list of regions is not as AWS documents it");
  const version = data.regions[region]?.currentVersionUrl;
  if (version === undefined) throw new OfferError(`it has no region ${region}`);
  const { body } = await get(`${host}${version}`);
  if (body === null) throw new OfferError("it is empty");
  return { source: `${priceListHost}${version}`, rates: await readOfferFile(body, wanted) };
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url).catch((error: unknown) => {
    const { cause } = error as { cause?: { code?: string; message?: string } };
    throw new OfferError(`${new URL(url).host} cannot be reached (${cause?.code ?? cause?.message ?? String(error)})`);
  });
  if (!answer.ok) throw new OfferError(`${url} answers ${answer.status}`);
  return answer;
}

async function json(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new OfferError("its list of regions broke off, or is no JSON");
  }
}
