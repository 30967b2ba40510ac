import { ifKnown } from "../../policy-packs/core/unknown";
import { type Charge, hours, type Model, modelOf, sourcesOf } from "../model";
import { lastDayOfStandardSupport } from "../support";

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";

/** Source of what is charged: aws.amazon.com/rds/pricing, /rds/aurora/pricing, /elasticache/pricing. */
export const dataModels: readonly (readonly [string, Model])[] = [
  modelOf("aws:rds/instance:Instance", (props, { today }) => {
    const { engine = "mysql", instanceClass } = props;
    // A standby costs as much as the first.
    const copies = ifKnown(() => props.multiAz) === true ? 2 : 1;
    return [
      instanceClass === undefined
        ? { uncounted: "instance of a class that is not said" }
        : hours(`database-hour/${engine}/${instanceClass}`, copies),
      ...extendedSupport(props, { today, copies }),
      ...databaseStorage(
        {
          // What is not said AWS fills in, which a preview does not know.
          size: ifKnown(() => props.allocatedStorage),
          type: ifKnown(() => props.storageType) ?? "gp2",
          iops: ifKnown(() => props.iops) ?? 0,
          throughput: ifKnown(() => props.storageThroughput) ?? 0,
        },
        copies,
      ),
    ];
  }),
  modelOf("aws:rds/clusterInstance:ClusterInstance", (props, { today }) => {
    const { engine, instanceClass } = props;
    if (instanceClass === undefined || instanceClass === "db.serverless")
      return [{ uncounted: "capacity that use decides" }];
    return [hours(`database-hour/${engine}/${instanceClass}`), ...extendedSupport(props, { today, copies: 1 })];
  }),
  modelOf("aws:rds/cluster:Cluster", () => [{ uncounted: "storage that use decides" }]),
  modelOf("aws:elasticache/cluster:Cluster", (props, { resource }) => {
    // A member of a group is the group's.
    const isMember =
      ifKnown(() => props.replicationGroupId) || sourcesOf(resource, "replicationGroupId", groupType).length;
    if (isMember) return [];
    const { engine = "redis", nodeType } = props;
    return [caches(engine, nodeType, ifKnown(() => props.numCacheNodes) ?? 1)];
  }),
  modelOf(groupType, (props) => {
    const shards = ifKnown(() => props.numNodeGroups) ?? 1;
    const replicas = ifKnown(() => props.replicasPerNodeGroup) ?? 0;
    const nodes = ifKnown(() => props.numCacheClusters) ?? shards * (1 + replicas);
    return [caches(props.engine ?? "redis", props.nodeType, nodes)];
  }),
  modelOf("aws:cloudwatch/logGroup:LogGroup", (props, { usage }) => [
    { item: "log-gb", quantity: usage.logGb },
    // What is kept for ever grows for ever; a year of it is counted.
    { item: "log-storage-gb-month", quantity: (usage.logGb * (ifKnown(() => props.retentionInDays) || 365)) / 30 },
  ]),
  modelOf("aws:s3/bucket:Bucket", (_props, { usage }) => [
    { item: "bucket-gb-month", quantity: usage.bucketGb },
    { item: "bucket-write", quantity: usage.bucketWrites },
    { item: "bucket-read", quantity: usage.bucketReads },
  ]),
  modelOf("aws:kms/key:Key", () => [{ item: "key-month", quantity: 1 }]),
  modelOf("aws:kms/replicaKey:ReplicaKey", () => [{ item: "key-month", quantity: 1 }]),
  modelOf("aws:secretsmanager/secret:Secret", () => [{ item: "secret-month", quantity: 1 }]),
];

interface Storage {
  readonly size: number | undefined;
  readonly type: string;
  readonly iops: number;
  readonly throughput: number;
}

function databaseStorage({ size, type, iops, throughput }: Storage, copies: number): Charge[] {
  if (size === undefined) return [{ uncounted: "storage of a size that the snapshot decides" }];
  const storage: Charge = { item: `database-storage-gb-month/${type}`, quantity: size * copies };
  if (type === "io1" || type === "io2")
    return [storage, { item: `database-iops-month/${type}`, quantity: iops * copies }];
  if (type !== "gp3") return [storage];
  // What gp3 has without extra charge: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
  const included = size < 400 ? { iops: 3000, mibps: 125 } : { iops: 12_000, mibps: 500 };
  return [
    storage,
    ...(iops > included.iops ? [{ item: "database-iops-month/gp3", quantity: (iops - included.iops) * copies }] : []),
    ...(throughput > included.mibps
      ? [{ item: "database-mibps-month/gp3", quantity: (throughput - included.mibps) * copies }]
      : []),
  ];
}

/**
 * What a version costs more once its standard support has ended; the third year costs twice as much. Standbys pay as well:
 * docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-charges.html
 */
function extendedSupport(
  props: Database,
  { today, copies }: { readonly today: string; readonly copies: number },
): Charge[] {
  const lastDay = lastDayOfStandardSupport(props.engine ?? "mysql", ifKnown(() => props.engineVersion) ?? "");
  if (lastDay === undefined || lastDay >= today) return [];
  if (ifKnown(() => props.engineLifecycleSupport) === "open-source-rds-extended-support-disabled") return [];
  const vcpus = vcpusOf(props.instanceClass ?? "");
  if (vcpus === undefined) return [{ uncounted: "extended support of a class whose vCPUs are not known" }];
  const thirdYear = `${Number(lastDay.slice(0, 4)) + 2}${lastDay.slice(4)}` < today;
  return [hours(`database-extended-support-vcpu-hour${thirdYear ? "/year-3" : ""}`, vcpus * copies)];
}

interface Database {
  readonly engine?: string;
  readonly engineVersion?: string;
  readonly engineLifecycleSupport?: string;
  readonly instanceClass?: string;
}

/** By the size in the name of a class: two up to large, then four for each xlarge. Not so in older generations. */
function vcpusOf(instanceClass: string): number | undefined {
  const size = /^db\.(?:t[34]g?|[mrx][5-9][a-z]*)\.(\d*x?\w+)$/.exec(instanceClass)?.[1];
  const xlarge = /^(\d*)xlarge$/.exec(size ?? "");
  if (xlarge) return 4 * Number(xlarge[1] || 1);
  return ["micro", "small", "medium", "large"].includes(size ?? "") ? 2 : undefined;
}

const caches = (engine: string, nodeType: string | undefined, count: number): Charge =>
  nodeType === undefined
    ? { uncounted: "cache nodes of a type that is not said" }
    : hours(`cache-hour/${engine}/${nodeType}`, count);
