import { z } from "zod";
import type { Props } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

const cluster = "aws:elasticache/cluster:Cluster";

/** Redis and Valkey are backed up. */
export const elasticacheBackup = resourceRule({
  name: "elasticache-backup",
  title: "An ElastiCache group or cluster of Redis or Valkey is backed up every day.",
  severity: "medium",
  types: ["aws:elasticache/replicationGroup:ReplicationGroup", cluster],
  parameters: z.object({
    minimumDays: z.int().min(1).max(35).default(1).describe("How many days a backup is kept at least"),
  }),
  controls: {
    "pci-4.0": ["10.3.3"],
  },
  remediationSteps: "Set snapshotRetentionLimit to the days that backups are kept.",
  docs: {
    why: "Queues, sessions and counters that live in Redis only are gone with it, or with one FLUSHALL.",
    good: {
      "aws:elasticache/replicationGroup:ReplicationGroup": { snapshotRetentionLimit: 7 },
      [cluster]: { engine: "redis", snapshotRetentionLimit: 7 },
    },
  },
  check(resource, report, { minimumDays }) {
    if (resource.type === cluster && !hasBackups(resource.props)) return;
    if ((resource.props.snapshotRetentionLimit ?? 0) < minimumDays) {
      report(`it is not backed up, or too short: set snapshotRetentionLimit to ${minimumDays} or more`);
    }
  },
  remediate(resource, { minimumDays }) {
    if (resource.type === cluster && !hasBackups(resource.props)) return;
    if ((resource.props.snapshotRetentionLimit ?? 0) < minimumDays) resource.props.snapshotRetentionLimit = minimumDays;
  },
});

/**
 * Memcached has none, nor has the smallest node; a member of a group is backed up with it.
 * Source: docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html
 */
function hasBackups(props: Props<typeof cluster>): boolean {
  return props.engine !== "memcached" && props.nodeType !== "cache.t1.micro" && !isSet(props, "replicationGroupId");
}
