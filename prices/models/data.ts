import { ifKnown } from "../../policy-packs/core/unknown";
import { type Charge, hours, type Model, modelOf, sourcesOf } from "../model";

const groupType = "aws:elasticache/replicationGroup:ReplicationGroup";

/** Source of what is charged: aws.amazon.com/rds/pricing, /rds/aurora/pricing, /elasticache/pricing. */
export const dataModels: readonly (readonly [string, Model])[] = [
  modelOf("aws:rds/instance:Instance", (props) => {
    const { engine = "mysql", instanceClass } = props;
    // What is not said AWS fills in, which a preview does not know.
    const allocatedStorage = ifKnown(() => props.allocatedStorage);
    const storageType = ifKnown(() => props.storageType) ?? "gp2";
    const iops = ifKnown(() => props.iops) ?? 0;
    // A standby costs as much as the first.
    const copies = ifKnown(() => props.multiAz) === true ? 2 : 1;
    return [
      instanceClass === undefined
        ? { uncounted: "instance of a class that is not said" }
        : hours(`database-hour/${engine}/${instanceClass}`, copies),
      allocatedStorage === undefined
        ? { uncounted: "storage of a size that the snapshot decides" }
        : { item: `database-storage-gb-month/${storageType}`, quantity: allocatedStorage * copies },
      ...(storageType === "io1" || storageType === "io2"
        ? [{ item: `database-iops-month/${storageType}`, quantity: iops * copies }]
        : []),
    ];
  }),
  modelOf("aws:rds/clusterInstance:ClusterInstance", ({ instanceClass }) => [
    instanceClass === undefined || instanceClass === "db.serverless"
      ? { uncounted: "capacity that use decides" }
      : hours(`database-hour/aurora/${instanceClass}`),
  ]),
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
  modelOf("aws:kms/key:Key", () => [{ item: "key-month", quantity: 1 }]),
  modelOf("aws:kms/replicaKey:ReplicaKey", () => [{ item: "key-month", quantity: 1 }]),
  modelOf("aws:secretsmanager/secret:Secret", () => [{ item: "secret-month", quantity: 1 }]),
];

const caches = (engine: string, nodeType: string | undefined, count: number): Charge =>
  nodeType === undefined
    ? { uncounted: "cache nodes of a type that is not said" }
    : hours(`cache-hour/${engine}/${nodeType}`, count);
