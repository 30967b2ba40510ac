import type { PriceList } from "../../prices/price-list";
import { usageSchema } from "../../prices/usage";

/** Prices of us-east-1 as they were in November 2026, so that no test's figures depend on what an update brings. */
const northVirginia: PriceList = {
  region: "us-east-1",
  date: "2026-11-25",
  source: "https://aws.amazon.com/pricing/",
  verified: true,
  note: "Those of prices/lists that tests need.",
  prices: {
    ...{ "application-load-balancer-hour": 0.0225, "application-load-balancer-lcu-hour": 0.008 },
    ...{ "bucket-gb-month": 0.023, "bucket-write": 0.000005, "bucket-read": 0.0000004 },
    ...{ "cache-hour/redis/cache.m4.large": 0.156, "cache-hour/redis/cache.m6g.12xlarge": 3.557 },
    ...{ "classic-load-balancer-hour": 0.025, "classic-load-balancer-gb": 0.008 },
    ...{ "database-extended-support-vcpu-hour": 0.1, "database-iops-month/gp3": 0.02, "database-iops-month/io1": 0.1 },
    ...{ "database-hour/aurora-postgresql/db.r4.large": 0.29, "database-hour/mysql/db.t3.large": 0.136 },
    ...{ "database-hour/mysql/db.t4g.small": 0.032, "database-hour/postgres/db.r7g.large": 0.239 },
    ...{ "database-hour/postgres/db.t4g.medium": 0.065 },
    ...{ "database-storage-gb-month/gp2": 0.115, "database-storage-gb-month/gp3": 0.115 },
    ...{ "database-storage-gb-month/io1": 0.125, "interface-endpoint-hour": 0.01 },
    ...{ "instance-hour/m6g.xlarge": 0.154, "instance-hour/m7g.large": 0.0816, "instance-hour/m7g.xlarge": 0.1632 },
    ...{ "instance-hour/t3.medium": 0.0416, "log-gb": 0.5, "log-storage-gb-month": 0.03 },
    ...{ "nat-gateway-gb": 0.045, "nat-gateway-hour": 0.045, "secret-month": 0.4 },
    ...{ "transit-gateway-attachment-hour": 0.05, "transit-gateway-gb": 0.02 },
    ...{ "volume-gb-month/gp2": 0.1, "volume-gb-month/gp3": 0.08, "volume-gb-month/io1": 0.125 },
    ...{ "volume-gb-month/st1": 0.045, "volume-iops-month/gp3": 0.005, "volume-iops-month/io1": 0.065 },
    "volume-mibps-month/gp3": 0.04,
  },
};

/** Prices that are the same in all regions. */
const everywhere: PriceList = {
  ...northVirginia,
  region: "*",
  prices: {
    ...{ "cluster-extended-support-hour": 0.5, "cluster-hour": 0.1, "interface-endpoint-gb": 0.01 },
    ...{ "key-month": 1, "public-ipv4-hour": 0.005 },
  },
};

/** What NAT costs in Ireland; nothing else of it is known here. */
const ireland: PriceList = {
  ...northVirginia,
  region: "eu-west-1",
  prices: { "nat-gateway-gb": 0.048, "nat-gateway-hour": 0.048 },
};

export const testPrices: readonly PriceList[] = [northVirginia, everywhere, ireland];

/** That nothing is used. */
export const noUsage = Object.fromEntries(Object.keys(usageSchema.shape).map((key) => [key, 0])) as Record<
  keyof typeof usageSchema.shape,
  number
>;
