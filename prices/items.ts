import { type Offer, offers } from "./offers";

/** What the lists have prices of, and where AWS's price list says them. */
export interface Item {
  /** Its name; `{attribute}` stands for the value of that attribute of the product. */
  readonly item: string;
  readonly offer: Offer;
  /** A regular expression of the usage type, without what it begins with outside us-east-1, e.g. `EUC1-`. */
  readonly usage: string;
  /** What other attributes of the product are. */
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  /** How many of ours one of AWS's units is, by its name. */
  readonly units: Readonly<Record<string, number>>;
  /** What we call values of attributes, where it is not the value itself. */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const hour = { Hrs: 1, hours: 1, Hours: 1 };
const gb = { GB: 1 };
const gbMonth = { "GB-Mo": 1, "GB-month": 1 };
const iopsMonth = { "IOPS-Mo": 1 };

const item = (name: string, offer: Offer, usage: string, more: Omit<Item, "item" | "offer" | "usage">): Item => ({
  ...{ item: name, offer, usage },
  ...more,
});

const balancer = (kind: string): Item["attributes"] => ({ productFamily: `Load Balancer-${kind}` });

/** Engines of databases by what AWS's price list calls them. */
const engines = { databaseEngine: { MariaDB: "mariadb", MySQL: "mysql", PostgreSQL: "postgres" } };
const auroraEngines = { databaseEngine: { "Aurora MySQL": "aurora-mysql", "Aurora PostgreSQL": "aurora-postgresql" } };
const database = {
  ...{ productFamily: "Database Instance", deploymentOption: "Single-AZ" },
  licenseModel: "No license required",
};
/** All engines pay the same for storage; were it otherwise, an update would say that the item has two prices. */
const databaseStorage = {
  deploymentOption: "Single-AZ",
  databaseEngine: ["Any", ...Object.keys(engines.databaseEngine)],
};

/**
 * Every item. What the attributes mean: docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html.
 * For instances as AWS's own Karpenter filters (pkg/providers/pricing/pricing.go); the usage types of NAT, endpoints, EKS, logs and disks were read
 * in excerpts of the price lists of September 2026, and those of caches, storage of databases and gp3's throughput in other tools.
 */
export const items: readonly Item[] = [
  item("application-load-balancer-hour", "AWSELB", "LoadBalancerUsage", {
    ...{ attributes: balancer("Application"), units: hour },
  }),
  item("application-load-balancer-lcu-hour", "AWSELB", "LCUUsage", {
    ...{ attributes: balancer("Application"), units: { "LCU-Hrs": 1 } },
  }),
  item("network-load-balancer-hour", "AWSELB", "LoadBalancerUsage", { attributes: balancer("Network"), units: hour }),
  item("network-load-balancer-lcu-hour", "AWSELB", "LCUUsage", {
    ...{ attributes: balancer("Network"), units: { "LCU-Hrs": 1 } },
  }),
  item("classic-load-balancer-hour", "AWSELB", "LoadBalancerUsage", {
    ...{ attributes: { productFamily: "Load Balancer" }, units: hour },
  }),
  item("classic-load-balancer-gb", "AWSELB", "DataProcessing-Bytes", {
    ...{ attributes: { productFamily: "Load Balancer" }, units: gb },
  }),
  item("secret-month", "AWSSecretsManager", "AWSSecretsManager-Secrets", { units: { Secrets: 1 } }),
  item("log-gb", "AmazonCloudWatch", "DataProcessing-Bytes", { units: gb }),
  item("log-storage-gb-month", "AmazonCloudWatch", "TimedStorage-ByteHrs", { units: gbMonth }),
  item("instance-hour/{instanceType}", "AmazonEC2", "BoxUsage(:.+)?", {
    attributes: {
      ...{ operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA", capacitystatus: "Used" },
      operation: "RunInstances",
    },
    units: hour,
  }),
  item("nat-gateway-hour", "AmazonEC2", "NatGateway-Hours", { units: hour }),
  item("nat-gateway-gb", "AmazonEC2", "NatGateway-Bytes", { units: gb }),
  item("volume-gb-month/{volumeApiName}", "AmazonEC2", "EBS:VolumeUsage(\\..+)?", {
    ...{ attributes: { productFamily: "Storage" }, units: gbMonth },
  }),
  item("volume-iops-month/gp3", "AmazonEC2", "EBS:VolumeP-IOPS\\.gp3", { units: iopsMonth }),
  item("volume-iops-month/io1", "AmazonEC2", "EBS:VolumeP-IOPS\\.piops", { units: iopsMonth }),
  item("volume-iops-month/io2", "AmazonEC2", "EBS:VolumeP-IOPS\\.io2", { units: iopsMonth }),
  item("volume-mibps-month/gp3", "AmazonEC2", "EBS:VolumeP-Throughput\\.gp3", {
    units: { "GiBps-mo": 1024, "MiBps-Mo": 1 },
  }),
  item("cluster-hour", "AmazonEKS", "AmazonEKS-Hours:perCluster", { units: hour }),
  item("cluster-extended-support-hour", "AmazonEKS", "AmazonEKS-Hours:extendedSupport", { units: hour }),
  item("cache-hour/{cacheEngine}/{instanceType}", "AmazonElastiCache", "NodeUsage:.+", {
    units: hour,
    names: { cacheEngine: { Memcached: "memcached", Redis: "redis", Valkey: "valkey" } },
  }),
  item("database-hour/{databaseEngine}/{instanceType}", "AmazonRDS", "InstanceUsage:.+", {
    ...{ attributes: database, units: hour, names: engines },
  }),
  item("database-hour/{databaseEngine}/{instanceType}", "AmazonRDS", "InstanceUsage:.+", {
    ...{ attributes: database, units: hour, names: auroraEngines },
  }),
  ...[
    ["gp2", "RDS:GP2-Storage"],
    ["gp3", "RDS:GP3-Storage"],
    ["io1", "RDS:PIOPS-Storage"],
    ["standard", "RDS:StorageUsage"],
  ].map(([type = "", usage = ""]) =>
    item(`database-storage-gb-month/${type}`, "AmazonRDS", usage, { attributes: databaseStorage, units: gbMonth }),
  ),
  item("database-iops-month/io1", "AmazonRDS", "RDS:PIOPS", { attributes: databaseStorage, units: iopsMonth }),
  item("database-iops-month/gp3", "AmazonRDS", "RDS:GP3-PIOPS", { attributes: databaseStorage, units: iopsMonth }),
  item(
    "database-extended-support-vcpu-hour",
    "AmazonRDS",
    "ExtendedSupport:Yr1-Yr2:(Aurora)?(MySQL|PostgreSQL)[0-9.]+",
    {
      units: { "vCPU-hour": 1, "vCPU-Hours": 1 },
    },
  ),
  item(
    "database-extended-support-vcpu-hour/year-3",
    "AmazonRDS",
    "ExtendedSupport:Yr3:(Aurora)?(MySQL|PostgreSQL)[0-9.]+",
    {
      units: { "vCPU-hour": 1, "vCPU-Hours": 1 },
    },
  ),
  item("bucket-gb-month", "AmazonS3", "TimedStorage-ByteHrs", { units: gbMonth }),
  item("bucket-write", "AmazonS3", "Requests-Tier1", { units: { Requests: 1 } }),
  item("bucket-read", "AmazonS3", "Requests-Tier2", { units: { Requests: 1 } }),
  item("public-ipv4-hour", "AmazonVPC", "PublicIPv4:InUseAddress", { units: hour }),
  item("interface-endpoint-hour", "AmazonVPC", "VpcEndpoint-Hours", { units: hour }),
  item("interface-endpoint-gb", "AmazonVPC", "VpcEndpoint-Bytes", { units: gb }),
  item("transit-gateway-attachment-hour", "AmazonVPC", "TransitGateway-Hours", {
    ...{ attributes: { operation: "TransitGatewayVPC" }, units: hour },
  }),
  item("transit-gateway-gb", "AmazonVPC", "TransitGateway-Bytes", {
    ...{ attributes: { operation: "TransitGatewayVPC" }, units: gb },
  }),
  item("key-month", "awskms", "KMS-Keys", { units: { Keys: 1 } }),
];

/** Whether an item is one of a kind: `instance-hour/m7g.large` of `instance-hour/{instanceType}`. */
const isOf = (name: string, kind: string): boolean => {
  const parts = name.split("/");
  const pattern = kind.split("/");
  return parts.length === pattern.length && pattern.every((part, at) => part.startsWith("{") || part === parts[at]);
};

const known = new Map<string, Item | undefined>();

/** What is known of the item of that name. */
export function itemOf(name: string): Item | undefined {
  if (!known.has(name)) {
    known.set(
      name,
      items.find((one) => isOf(name, one.item)),
    );
  }
  return known.get(name);
}

/** The service of AWS that an item is charged by, e.g. `Amazon EC2` for `nat-gateway-hour`. @throws where there is no such item. */
export function serviceOf(name: string): string {
  const found = itemOf(name);
  if (found === undefined) throw new Error(`prices/items.ts has no item ${name}`);
  return offers[found.offer];
}
