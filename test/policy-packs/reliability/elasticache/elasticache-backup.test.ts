import { elasticacheBackup } from "../../../../policy-packs/reliability/rules/elasticache/elasticache-backup";
import { testRule } from "../../../support/rule";

const cluster = "aws:elasticache/cluster:Cluster";

testRule(elasticacheBackup, {
  bad: {
    "a group left at its default": { unset: ["snapshotRetentionLimit"] },
    "a group without backups": { set: { snapshotRetentionLimit: 0 } },
    "a cluster left at its default": { of: cluster, unset: ["snapshotRetentionLimit"] },
    "a cluster without backups": { of: cluster, set: { snapshotRetentionLimit: 0 } },
    "less than a team asks for": { set: { snapshotRetentionLimit: 6 }, configuration: { minimumDays: 7 } },
  },
  good: {
    "one day": { set: { snapshotRetentionLimit: 1 } },
    "Memcached, which has none": { of: cluster, props: { engine: "memcached" } },
    "the smallest node, which has none": { of: cluster, props: { engine: "redis", nodeType: "cache.t1.micro" } },
    "a member of a group": { of: cluster, props: { replicationGroupId: "orders" } },
  },
  unknown: ["snapshotRetentionLimit"],
});
