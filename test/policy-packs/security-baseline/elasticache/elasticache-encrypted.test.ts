import { elasticacheEncrypted } from "../../../../policy-packs/security-baseline/rules/elasticache/elasticache-encrypted";
import { testRule } from "../../../support/rule";

testRule(elasticacheEncrypted, {
  bad: {
    "a group left at ElastiCache's defaults": { props: {} },
    "no encryption at rest": { set: { atRestEncryptionEnabled: false } },
    "encryption at rest left at the default": { unset: ["atRestEncryptionEnabled"] },
    "Redis with encryption at rest left at the default": {
      unset: ["atRestEncryptionEnabled"],
      set: { engine: "redis" },
    },
    "Valkey without encryption at rest": { set: { atRestEncryptionEnabled: false, engine: "valkey" } },
    "no encryption in transit": { set: { transitEncryptionEnabled: false } },
    "encryption in transit left at the default": { unset: ["transitEncryptionEnabled"] },
  },
  good: {
    "Valkey, which encrypts at rest": { unset: ["atRestEncryptionEnabled"], set: { engine: "valkey" } },
    "a secondary of a global datastore": { props: { globalReplicationGroupId: "ldgnf-orders" } },
  },
  unknown: ["atRestEncryptionEnabled", "transitEncryptionEnabled"],
});
