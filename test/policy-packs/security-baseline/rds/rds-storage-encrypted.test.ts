import { rdsStorageEncrypted } from "../../../../policy-packs/security-baseline/rules/rds/rds-storage-encrypted";
import { testRule } from "../../../support/rule";

const cluster = "aws:rds/cluster:Cluster";
const global = "aws:rds/globalCluster:GlobalCluster";

testRule(rdsStorageEncrypted, {
  bad: {
    "an instance left at RDS's default": { unset: ["storageEncrypted"] },
    "an unencrypted instance": { set: { storageEncrypted: false } },
    "an instance with a key that it does not use": { set: { storageEncrypted: false, kmsKeyId: "key" } },
    "nothing but an instance": { props: {} },
    "a cluster left at RDS's default": { of: cluster, unset: ["storageEncrypted"] },
    "an unencrypted cluster": { of: cluster, set: { storageEncrypted: false } },
    "a serverless cluster that says no": { of: cluster, set: { storageEncrypted: false, engineMode: "serverless" } },
    "a provisioned cluster": { of: cluster, unset: ["storageEncrypted"], set: { engineMode: "provisioned" } },
    "a cluster of a global one": { of: cluster, props: { globalClusterIdentifier: "orders" } },
    "a global cluster left at RDS's default": { of: global, unset: ["storageEncrypted"] },
    "an unencrypted global cluster": { of: global, set: { storageEncrypted: false } },
  },
  good: {
    "an instance with a key": { unset: ["storageEncrypted"], set: { kmsKeyId: "key" } },
    "a replica": { props: { replicateSourceDb: "orders" } },
    "an instance restored from a snapshot": { props: { snapshotIdentifier: "orders-2026" } },
    "a cluster restored in time": { of: cluster, props: { restoreToPointInTime: { sourceClusterIdentifier: "a" } } },
    "a replica cluster": {
      of: cluster,
      props: { replicationSourceIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:a" },
    },
    "a serverless cluster": { of: cluster, props: { engineMode: "serverless" } },
    "a global cluster made of another": { of: global, props: { sourceDbClusterIdentifier: "arn" } },
  },
  unknown: ["storageEncrypted"],
});
