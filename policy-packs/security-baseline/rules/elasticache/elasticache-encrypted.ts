import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** ElastiCache encrypts what it stores and what it sends. */
export const elasticacheEncrypted = resourceRule({
  name: "elasticache-encrypted",
  title: "An ElastiCache replication group is encrypted at rest and in transit.",
  severity: "high",
  types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  controls: {
    soc2: ["CC6.7"],
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2", "2.2.7", "4.2.1"],
  },
  remediationSteps:
    "Set atRestEncryptionEnabled and transitEncryptionEnabled to true; encryption at rest needs a new replication group.",
  docs: {
    why: "Caches hold sessions and personal data: unencrypted, both are read from the network or from a backup.",
    good: {
      "aws:elasticache/replicationGroup:ReplicationGroup": {
        atRestEncryptionEnabled: true,
        transitEncryptionEnabled: true,
      },
    },
  },
  check({ props: group }, report) {
    // A secondary of a global datastore is encrypted as its primary is.
    if (isSet(group, "globalReplicationGroupId")) return;
    // Only Valkey encrypts at rest by itself (registry.terraform.io, aws_elasticache_replication_group).
    const atRest = group.atRestEncryptionEnabled ?? group.engine === "valkey";
    if (!atRest) report("the data is not encrypted at rest: set atRestEncryptionEnabled to true");
    if (group.transitEncryptionEnabled !== true) {
      report("traffic is not encrypted: set transitEncryptionEnabled to true");
    }
  },
});
