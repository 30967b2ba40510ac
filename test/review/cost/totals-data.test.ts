import { describe, expect, it } from "vitest";
import type { PriceList } from "../../../prices/price-list";
import { costOf } from "../../../review/cost/cost";
import type { Properties } from "../../../review/model/step";
import { gatheredOf } from "../../support/gathered";
import { testPrices } from "../../support/prices";
import { aws, cents, describeTotals, month, provider, type Sum } from "../../support/totals";

const database = (given: Properties): Properties => ({
  ...{ engine: "postgres", engineVersion: "17.4", instanceClass: "db.t4g.medium", storageType: "gp3" },
  ...{ allocatedStorage: 100, multiAz: true },
  ...given,
});
const databaseType = "aws:rds/instance:Instance";
const mysql = database({
  engine: "mysql",
  instanceClass: "db.t3.large",
  storageType: "gp2",
  allocatedStorage: 30,
  engineVersion: "8.4",
});
const mysqlCost: Sum = [
  [2 * month, 0.136],
  [60, 0.115],
];

const volumeType = "aws:ebs/volume:Volume";

describeTotals([
  [
    "the class of a database with a standby changes",
    [aws(databaseType, { old: database({}), next: database({ instanceClass: "db.r7g.large" }) })],
    [
      [2 * month, 0.065],
      [200, 0.115],
    ],
    [
      [2 * month, 0.239],
      [200, 0.115],
    ],
  ],
  [
    "a database is replaced",
    [aws(databaseType, { old: mysql, next: { ...mysql, identifier: "orders" }, op: "replace" })],
    mysqlCost,
    mysqlCost,
  ],
  [
    "a database is replaced, and the old one kept",
    [aws(databaseType, { old: mysql, next: { ...mysql, identifier: "orders" }, op: "replace", retainOnDelete: true })],
    mysqlCost,
    [...mysqlCost, ...mysqlCost],
  ],
  [
    "a database leaves extended support",
    [
      aws(databaseType, {
        old: database({
          engine: "mysql",
          engineVersion: "8.0.36",
          instanceClass: "db.t4g.small",
          multiAz: false,
          allocatedStorage: 20,
        }),
        next: database({
          engine: "mysql",
          engineVersion: "8.4.3",
          instanceClass: "db.t4g.small",
          multiAz: false,
          allocatedStorage: 20,
        }),
      }),
    ],
    [
      [month, 0.032],
      [20, 0.115],
      [2 * month, 0.1],
    ],
    [
      [month, 0.032],
      [20, 0.115],
    ],
  ],
  [
    "a volume is deleted",
    [aws(volumeType, { old: { type: "io1", size: 500, iops: 2000 } })],
    [
      [500, 0.125],
      [2000, 0.065],
    ],
    [],
  ],
  [
    "logs are kept for a month, not for ever",
    [aws("aws:cloudwatch/logGroup:LogGroup", { old: { retentionInDays: 0 }, next: { retentionInDays: 30 } })],
    [
      [5, 0.5],
      [5 * 365, 0.03 / 30],
    ],
    [
      [5, 0.5],
      [5, 0.03],
    ],
  ],
  [
    "a key, a secret and a bucket are made beside a broker that has no price",
    [
      ...["aws:kms/key:Key", "aws:secretsmanager/secret:Secret", "aws:s3/bucket:Bucket", "aws:msk/cluster:Cluster"].map(
        (type) => aws(type, { next: {} }),
      ),
    ],
    [],
    [
      [1, 1],
      [1, 0.4],
      [10, 0.023],
      [10_000, 0.000005],
      [100_000, 0.0000004],
    ],
    { resources: { priced: 3, free: 0, unpriced: 1, unknown: 0 } },
  ],
  [
    "a replicated cache is deleted",
    [
      aws("aws:elasticache/replicationGroup:ReplicationGroup", {
        old: { engine: "redis", nodeType: "cache.m4.large", numNodeGroups: 4, replicasPerNodeGroup: 3 },
      }),
    ],
    [[16 * month, 0.156]],
    [],
  ],
]);

describe("examples that others published", () => {
  const listOf = (prices: PriceList["prices"]): PriceList[] =>
    testPrices.slice(0, 1).map((list) => ({ ...list, prices }));

  it("are met: AWS's of a gp3 volume", () => {
    // aws.eu/ebs/pricing, example 1, read 2026-11-25: 2,000 GB for 12 hours of a 30-day month at 0.09394 EUR are 3.13133 EUR.
    const volume = aws(volumeType, { next: { type: "gp3", size: 2000, iops: 10_000, throughput: 500 } });
    const prices = { "volume-gb-month/gp3": 0.09394, "volume-iops-month/gp3": 0.00592, "volume-mibps-month/gp3": 0.04 };
    const { lines } = costOf(gatheredOf([provider, volume]), listOf(prices));
    const storage = lines.find(({ item }) => item === "volume-gb-month/gp3");
    expect(Number(((storage?.after ?? 0) / 60).toFixed(5))).toBe(3.13133);
    expect(lines.map(({ item, quantity }) => [item, quantity.after])).toEqual([
      ["volume-gb-month/gp3", 2000],
      ["volume-iops-month/gp3", 7000],
      ["volume-mibps-month/gp3", 375],
    ]);
  });

  it("are met: one of an instance with its disk and address", () => {
    // A public decision record of 2026-09-09 that reads AWS's price list: an m7g.large in us-east-1 with 30 GB of gp3 and an address is 65.62.
    const disk = { volumeType: "gp3", volumeSize: 30 };
    const next = { instanceType: "m7g.large", associatePublicIpAddress: true, rootBlockDevice: disk };
    const { after } = costOf(gatheredOf([provider, aws("aws:ec2/instance:Instance", { next })]), testPrices);
    expect(cents(after)).toBe(6562);
  });
});
