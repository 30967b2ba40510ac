import { describe, expect, it } from "vitest";
import { offers } from "../../prices/offers";
import type { PriceList } from "../../prices/price-list";
import { type Outcome, readUpdates } from "../../prices/update/update";
import { type Answer, offerFile, type Priced, withHost } from "../support/price-list-host";

const region = "eu-west-1";
const today = "2026-11-25";

/** EKS is the smallest list that we read. */
const cluster: Priced = { usage: "EU-AmazonEKS-Hours:perCluster", unit: "Hours", usd: "0.1000000000" };
const extended: Priced = { usage: "EU-AmazonEKS-Hours:extendedSupport", unit: "Hours", usd: "0.5000000000" };
const eks = (...priced: Priced[]) => offerFile("AmazonEKS", region, priced);

const list = (prices: Record<string, number>, given: Partial<PriceList> = {}): PriceList => ({
  ...{ region, date: "2026-01-01", source: "https://aws.amazon.com/", verified: false, note: "" },
  prices,
  ...given,
});

async function outcomeOf(offer: string, answer: Answer, lists: readonly PriceList[] = [], allowWild = false) {
  const outcomes = await withHost({ [`${offer}/${region}`]: answer }, (host) =>
    readUpdates({ regions: [region], lists, today, allowWild, host }),
  );
  expect(outcomes.map((one) => one.offer)).toEqual(Object.keys(offers));
  return outcomes.find((one) => one.offer === offer) as Outcome;
}
const refusal = (outcome: Outcome) => ("refused" in outcome ? outcome.refused : undefined);
const pricesIn = (outcome: Outcome) => ("list" in outcome ? outcome.list.prices : undefined);

describe("what AWS's price list says", () => {
  it("becomes a dated list that names its version", async () => {
    const other: Priced = { usage: "EU-AmazonEKS-Auto:m7g.large", unit: "Hours", usd: "0.0098" };
    const outcome = await outcomeOf("AmazonEKS", eks(extended, other, cluster));
    expect(outcome).toMatchObject({
      list: {
        ...{ region, date: today, verified: true },
        source: "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEKS/20261125000000/eu-west-1/index.json",
      },
      changes: [
        { item: "cluster-extended-support-hour", after: 0.5 },
        { item: "cluster-hour", after: 0.1 },
      ],
    });
    expect(Object.keys(pricesIn(outcome) ?? {})).toEqual(["cluster-extended-support-hour", "cluster-hour"]);
  });

  const linux = { operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA", capacitystatus: "Used" };
  const instance = (instanceType: string, usd: string, more: Record<string, string> = {}): Priced => ({
    ...{ usage: `EU-BoxUsage:${instanceType}`, unit: "Hrs", usd, family: "Compute Instance" },
    attributes: { ...linux, instanceType, operation: "RunInstances", ...more },
  });
  const disk = (volumeApiName: string, usd: string): Priced => ({
    ...{ usage: `EU-EBS:VolumeUsage.${volumeApiName}`, unit: "GB-Mo", usd, family: "Storage" },
    attributes: { volumeApiName },
  });
  const ec2: Priced[] = [
    { usage: "EU-NatGateway-Hours", unit: "Hrs", usd: "0.048", family: "NAT Gateway" },
    { usage: "EU-RegionalNatGateway-Hours", unit: "Hrs", usd: "0.9", family: "NAT Gateway" },
    { usage: "EU-NatGateway-Bytes", unit: "GB", usd: "0.048", family: "NAT Gateway" },
    { usage: "EU-EBS:VolumeP-IOPS.gp3", unit: "IOPS-Mo", usd: "0.0055" },
    { usage: "EU-EBS:VolumeP-IOPS.piops", unit: "IOPS-Mo", usd: "0.072" },
    { usage: "EU-EBS:VolumeP-IOPS.io2", unit: "IOPS-Mo", usd: "0.072" },
    { usage: "EU-EBS:VolumeP-IOPS.io2.tier2", unit: "IOPS-Mo", usd: "0.05" },
    { usage: "EU-EBS:VolumeP-Throughput.gp3", unit: "GiBps-mo", usd: "45.056" },
    ...[disk("gp2", "0.11"), disk("gp3", "0.088"), instance("m7g.large", "0.0911")],
  ];

  it("is of Linux on shared hosts on demand, in that region, in our units", async () => {
    const others = [
      instance("m7g.large", "0.183", { operatingSystem: "Windows" }),
      instance("m7g.large", "0.1", { tenancy: "Dedicated" }),
      instance("m7g.large", "0.2", { preInstalledSw: "SQL Std" }),
      instance("m7g.large", "0.3", { regionCode: "eu-west-1-dub-1", locationType: "AWS Local Zone" }),
    ];
    expect(pricesIn(await outcomeOf("AmazonEC2", offerFile("AmazonEC2", region, [...others, ...ec2])))).toEqual({
      ...{ "instance-hour/m7g.large": 0.0911, "nat-gateway-gb": 0.048, "nat-gateway-hour": 0.048 },
      ...{ "volume-gb-month/gp2": 0.11, "volume-gb-month/gp3": 0.088, "volume-iops-month/gp3": 0.0055 },
      ...{ "volume-iops-month/io1": 0.072, "volume-iops-month/io2": 0.072, "volume-mibps-month/gp3": 0.044 },
    });
  });

  it("is the first tier that costs anything", async () => {
    const logs: Priced[] = [
      { usage: "EU-DataProcessing-Bytes", unit: "GB", usd: ["0.0000000000", "0.5700000000", "0.25"] },
      { usage: "EU-TimedStorage-ByteHrs", unit: "GB-Mo", usd: "0.03" },
    ];
    expect(pricesIn(await outcomeOf("AmazonCloudWatch", offerFile("AmazonCloudWatch", region, logs)))).toEqual({
      ...{ "log-gb": 0.57, "log-storage-gb-month": 0.03 },
    });
  });

  it("has names of engines as Pulumi has", async () => {
    const node = (cacheEngine: string, usd: string): Priced => ({
      ...{ usage: "EU-NodeUsage:cache.m5.large", unit: "Hrs", usd, family: "Cache Instance" },
      attributes: { cacheEngine, instanceType: "cache.m5.large" },
    });
    const caches = [node("Redis", "0.172"), node("Valkey", "0.1376"), node("Something new", "1")];
    expect(pricesIn(await outcomeOf("AmazonElastiCache", offerFile("AmazonElastiCache", region, caches)))).toEqual({
      ...{ "cache-hour/redis/cache.m5.large": 0.172, "cache-hour/valkey/cache.m5.large": 0.1376 },
    });
  });
});

describe("nothing of a service is taken", () => {
  const whole = eks(cluster, extended);
  it.each<[what: string, answer: Answer, reason: string | RegExp]>([
    ["that is no JSON", whole.replace(":{", ":!{"), /^it broke off, or is no JSON: /],
    ["that ends in the middle", whole.slice(0, -40), /^it broke off, or is no JSON: /],
    ["whose download breaks off", { text: whole, cutOffAt: 200 }, /^it broke off, or is no JSON: /],
    ["that is empty", "", "it has no products"],
    ["that has no products", '{"products":{},"terms":{"OnDemand":{}}}', "it has no products"],
    [
      "that has products of another form",
      '{"products":{"A":{"sku":1}},"terms":{}}',
      /^a product is not as AWS documents it: /,
    ],
    [
      "that has prices first",
      '{"terms":{"OnDemand":{"A":{}}},"products":{"A":{"sku":"A","attributes":{}}}}',
      "prices come before the products that they are of",
    ],
    ["that the host does not have", { status: 403 }, /index\.json answers 403$/],
    ["in which an item is missing", eks(cluster), "cluster-extended-support-hour has no price"],
    [
      "in which an item costs nothing",
      eks(cluster, { ...extended, usd: "0.0" }),
      "cluster-extended-support-hour has no price",
    ],
    [
      "in which a unit is another one",
      eks(cluster, { ...extended, unit: "Months" }),
      "cluster-extended-support-hour has no price; cluster-extended-support-hour is counted in Months, not in Hrs or hours or Hours",
    ],
    [
      "in which an item has two prices",
      eks(cluster, extended, { ...cluster, usd: "0.2" }),
      "cluster-hour has two prices, 0.1 and 0.2",
    ],
  ])("from a list %s", async (_what, answer, reason) => {
    const refused = refusal(await outcomeOf("AmazonEKS", answer));
    expect(refused).toEqual(typeof reason === "string" ? reason : expect.stringMatching(reason));
  });

  it("from a region that has no such service", async () => {
    const outcomes = await withHost({ "AmazonEKS/us-east-1": whole }, (host) =>
      readUpdates({ regions: [region], lists: [], today, allowWild: false, host }),
    );
    expect(outcomes.map(refusal)).toContain("it has no region eu-west-1");
  });
});

describe("a price that changes by more than half, or goes", () => {
  const before = [list({ "cluster-hour": 0.04, "cluster-extended-support-hour": 0.45 })];

  it("is refused", async () => {
    expect(refusal(await outcomeOf("AmazonEKS", eks(cluster, extended), before))).toBe(
      "cluster-hour 0.04 → 0.1 (+150.0 %): --yes takes them",
    );
  });

  it("is taken where somebody says so", async () => {
    const outcome = await outcomeOf("AmazonEKS", eks(cluster, extended), before, true);
    expect("changes" in outcome && outcome.changes).toEqual([
      { item: "cluster-extended-support-hour", before: 0.45, after: 0.5 },
      { item: "cluster-hour", before: 0.04, after: 0.1 },
    ]);
  });

  it("is half of it at most without being asked", async () => {
    const half = [list({ "cluster-hour": 0.2, "cluster-extended-support-hour": 0.5 })];
    expect(refusal(await outcomeOf("AmazonEKS", eks(cluster, extended), half))).toBeUndefined();
  });

  it("is one that AWS no longer has", async () => {
    const gone = [list({ "cache-hour/redis/cache.m1.small": 0.05 })];
    const node: Priced = {
      ...{ usage: "EU-NodeUsage:cache.m5.large", unit: "Hrs", usd: "0.172" },
      attributes: { cacheEngine: "Redis", instanceType: "cache.m5.large" },
    };
    const file = offerFile("AmazonElastiCache", region, [node]);
    expect(refusal(await outcomeOf("AmazonElastiCache", file, gone))).toContain(
      "cache-hour/redis/cache.m1.small 0.05 → none",
    );
  });
});
