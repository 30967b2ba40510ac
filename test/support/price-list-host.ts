import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A product with its price, as few words as it takes. */
export interface Priced {
  readonly usage: string;
  readonly unit: string;
  readonly usd: string | readonly string[];
  readonly family?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * A price list in the form of AWS's:
 * docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
 */
export function offerFile(offer: string, region: string, priced: readonly Priced[]): string {
  const products = priced.map(({ usage, family = "", attributes = {} }, index) => [
    skuOf(index),
    {
      ...{ sku: skuOf(index), ...(family && { productFamily: family }) },
      attributes: {
        servicecode: offer,
        locationType: "AWS Region",
        regionCode: region,
        usagetype: usage,
        ...attributes,
      },
    },
  ]);
  const terms = priced.map(({ unit, usd }, index) => {
    const sku = skuOf(index);
    const code = `${sku}.JRTCKXETXF`;
    const tiers = [usd].flat().map((price, tier) => [
      `${code}.6YS6EN2CT${tier}`,
      {
        ...{ rateCode: `${code}.6YS6EN2CT${tier}`, description: `${price} per ${unit}`, unit },
        ...{ beginRange: String(tier * 5), endRange: "Inf", pricePerUnit: { USD: price }, appliesTo: [] },
      },
    ]);
    const term = { offerTermCode: "JRTCKXETXF", sku, effectiveDate: "2026-11-01T00:00:00Z", termAttributes: {} };
    return [sku, { [code]: { ...term, priceDimensions: Object.fromEntries(tiers) } }];
  });
  const reserved = {
    [skuOf(0)]: { x: { sku: skuOf(0), priceDimensions: { y: { unit: "Quantity", pricePerUnit: {} } } } },
  };
  return JSON.stringify({
    ...{ formatVersion: "v1.0", disclaimer: "", offerCode: offer, version: "20261125000000" },
    publicationDate: "2026-11-25T00:00:00Z",
    products: Object.fromEntries(products),
    terms: { OnDemand: Object.fromEntries(terms), Reserved: reserved },
  });
}

const skuOf = (index: number): string => `SKU${String(index).padStart(13, "0")}`;

/** What a stand-in of AWS's host of price lists answers for one list. */
export type Answer = string | { readonly status: number } | { readonly cutOffAt: number; readonly text: string };

/** A host that has these lists by `offer/region`, each for as long as `run` takes. */
export async function withHost<T>(
  answers: Readonly<Record<string, Answer>>,
  run: (host: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    const [, , , , offer = "", version, last = ""] = (request.url ?? "").split("/");
    if (last === "region_index.json") {
      const regions = Object.keys(answers)
        .filter((key) => key.startsWith(`${offer}/`))
        .map((key) => key.split("/")[1] ?? "");
      const urlOf = (region: string) => `/offers/v1.0/aws/${offer}/20261125000000/${region}/index.json`;
      const index = regions.map((region) => [region, { regionCode: region, currentVersionUrl: urlOf(region) }]);
      response.end(JSON.stringify({ formatVersion: "v1.0", regions: Object.fromEntries(index) }));
      return;
    }
    const answer = version === "20261125000000" ? answers[`${offer}/${last}`] : undefined;
    if (answer === undefined || (typeof answer === "object" && "status" in answer)) {
      response.writeHead(answer?.status ?? 404).end();
    } else if (typeof answer === "string") response.end(answer);
    else {
      response.writeHead(200, { "content-length": Buffer.byteLength(answer.text) });
      response.write(answer.text.slice(0, answer.cutOffAt), () => response.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
