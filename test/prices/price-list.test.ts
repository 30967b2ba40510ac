import { describe, expect, it } from "vitest";
import { itemOf, serviceOf } from "../../prices/items";
import { type PriceList, priceListSchema, priceLists, priceOf } from "../../prices/price-list";

describe.each(priceLists.map((list) => [`${list.region} ${list.source}`, list] as const))("%s", (_name, list) => {
  it("says where its prices are from, of when, and for what", () => {
    expect(priceListSchema.parse(list)).toEqual(list);
    expect(list.date <= new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it("is verified only where the source is AWS's own", () => {
    if (list.verified)
      expect(list.source).toMatch(
        /^https:\/\/((docs\.)?aws\.amazon\.com|pricing\.us-east-1\.amazonaws\.com|github\.com\/aws)\//,
      );
  });
});

it("has no price twice", () => {
  const items = priceLists.flatMap(({ region, prices }) => Object.keys(prices).map((item) => `${region} ${item}`));
  expect(items.filter((item, index) => items.indexOf(item) !== index)).toEqual([]);
});

it("knows the service of every item, and where AWS's price list says it", () => {
  const names = priceLists.flatMap(({ prices }) => Object.keys(prices));
  expect(names.filter((name) => itemOf(name) === undefined)).toEqual([]);
  expect(serviceOf("nat-gateway-hour")).toBe("Amazon EC2");
  expect(serviceOf("database-hour/postgres/db.r7g.large")).toBe("Amazon RDS");
  expect(() => serviceOf("nat-gateway-day")).toThrow("no item nat-gateway-day");
});

describe("the price of an item", () => {
  const list = (region: string, usd: number): PriceList => ({
    region,
    date: "2026-11-25",
    source: "https://aws.amazon.com/vpc/pricing/",
    verified: true,
    note: "",
    prices: { "nat-gateway-hour": usd },
  });
  const lists = [list("us-east-1", 0.045), list("eu-central-1", 0.052)];

  it("is that of the region", () => {
    expect(priceOf("nat-gateway-hour", "eu-central-1", lists)).toMatchObject({ usd: 0.052, exact: true });
  });

  it("is that of the reference region where the region has none, and says so", () => {
    expect(priceOf("nat-gateway-hour", "eu-west-1", lists)).toMatchObject({ usd: 0.045, exact: false });
  });

  it("is the same everywhere where a list says so", () => {
    expect(priceOf("nat-gateway-hour", "eu-west-1", [list("*", 0.05), ...lists])).toMatchObject({
      usd: 0.05,
      exact: true,
    });
  });

  it("is the region's own before that of everywhere", () => {
    expect(priceOf("nat-gateway-hour", "eu-central-1", [list("*", 0.05), ...lists])?.usd).toBe(0.052);
  });

  it("is not made up", () => {
    expect(priceOf("nat-gateway-day", "us-east-1", lists)).toBeUndefined();
    expect(priceOf("constructor", "us-east-1", lists)).toBeUndefined();
  });
});
