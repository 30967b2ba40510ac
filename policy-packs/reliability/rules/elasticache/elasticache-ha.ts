import type { Props } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";

const cluster = "aws:elasticache/cluster:Cluster";

/** Caches outlive a node and a zone. */
export const elasticacheHa = resourceRule({
  name: "elasticache-ha",
  title: "An ElastiCache replication group fails over to another zone, and a Memcached cluster is in several.",
  severity: "medium",
  types: ["aws:elasticache/replicationGroup:ReplicationGroup", cluster],
  controls: {
    "iso27001-2022": ["A.8.14"],
  },
  remediationSteps:
    "Set automaticFailoverEnabled and multiAzEnabled to true, with a replica; for Memcached with several nodes azMode to cross-az.",
  docs: {
    why: "Where a cache is lost with its zone, every request falls on the database behind it, which often follows.",
    good: {
      "aws:elasticache/replicationGroup:ReplicationGroup": {
        automaticFailoverEnabled: true,
        multiAzEnabled: true,
        numCacheClusters: 2,
      },
      [cluster]: { engine: "memcached", numCacheNodes: 2, azMode: "cross-az" },
    },
  },
  check(resource, report) {
    if (resource.type === cluster) {
      checkCluster(resource.props, report);
      return;
    }
    if (resource.props.automaticFailoverEnabled !== true) {
      report("no replica takes over: set automaticFailoverEnabled to true");
    }
    if (resource.props.multiAzEnabled !== true) report("the nodes may be in one zone: set multiAzEnabled to true");
  },
});

/** One node cannot be in two zones; only Memcached has more here. */
function checkCluster({ numCacheNodes = 1, azMode }: Props<typeof cluster>, report: Report): void {
  if (numCacheNodes > 1 && azMode !== "cross-az") report("the nodes are in one zone: set azMode to cross-az");
}
