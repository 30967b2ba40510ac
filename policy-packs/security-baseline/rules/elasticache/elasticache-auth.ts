import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

const proofs = ["authToken", "authTokenWo", "userGroupIds"] as const;

/** Caches ask who is calling. */
export const elasticacheAuth = resourceRule({
  name: "elasticache-auth",
  title: "A replication group of ElastiCache asks for a token or for a user of a group.",
  severity: "medium",
  types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  controls: {},
  remediationSteps:
    "Set userGroupIds to a group of users, or authToken to a secret; both need transitEncryptionEnabled.",
  docs: {
    why: "Whatever reaches the port, one compromised container in the same network, reads and writes every session in the cache.",
    good: {
      "aws:elasticache/replicationGroup:ReplicationGroup": {
        transitEncryptionEnabled: true,
        userGroupIds: ["orders"],
      },
    },
  },
  check({ props: cache }, report) {
    if (!proofs.some((proof) => isNonEmpty(cache, proof))) {
      report("the cache asks nobody who they are: set userGroupIds or authToken");
    }
  },
});
