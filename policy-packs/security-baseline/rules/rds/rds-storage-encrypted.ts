import { isCopy } from "../../../core/databases";
import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** RDS encrypts what it stores. */
export const rdsStorageEncrypted = resourceRule({
  name: "rds-storage-encrypted",
  title: "An RDS instance, cluster or global cluster encrypts its storage.",
  severity: "high",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster"],
  controls: {
    "cis-aws-3.0": ["2.3.1"],
    "cis-aws-5.0": ["2.2.1"],
    "cis-aws-7.0": ["3.2.1"],
    soc2: ["PI1.5"],
    "nist-800-53-r5": ["AU-9(3)", "CP-9", "CP-9(8)", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set storageEncrypted to true, and kmsKeyId for a key of your own; an existing database has to be restored from an encrypted copy of a snapshot.",
  docs: {
    why: "Whoever gets hold of a snapshot or a backup of an unencrypted database reads all of it, and encryption cannot be turned on later.",
    good: {
      "aws:rds/instance:Instance": { engine: "postgres", storageEncrypted: true },
      "aws:rds/cluster:Cluster": { engine: "aurora-postgresql", storageEncrypted: true },
      "aws:rds/globalCluster:GlobalCluster": { globalClusterIdentifier: "orders", storageEncrypted: true },
    },
  },
  check({ props: database }, report) {
    // Replicas and restored databases are encrypted as their source is
    // (docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html).
    if (isCopy(database) || database.storageEncrypted === true) return;
    if (!isSet(database, "storageEncrypted") && isEncryptedAnyway(database)) return;
    report("the storage is not encrypted: set storageEncrypted to true");
  },
});

/** RDS takes a key only for encrypted storage, and Aurora Serverless v1 has no other. */
function isEncryptedAnyway(database: Readonly<Record<string, unknown>>): boolean {
  return isSet(database, "kmsKeyId") || database.engineMode === "serverless";
}
