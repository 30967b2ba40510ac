import { elasticacheHa } from "../../../../policy-packs/reliability/rules/elasticache/elasticache-ha";
import { testRule } from "../../../support/rule";

const cluster = "aws:elasticache/cluster:Cluster";

testRule(elasticacheHa, {
  bad: {
    "a group left at its defaults": { props: {} },
    "a group without failover": { set: { automaticFailoverEnabled: false } },
    "a group in one zone": { set: { multiAzEnabled: false } },
    "a group that does not say where": { unset: ["multiAzEnabled"] },
    "Memcached in one zone": { of: cluster, set: { azMode: "single-az" } },
    "Memcached left at its default": { of: cluster, unset: ["azMode"] },
  },
  good: {
    "one node of Memcached": { of: cluster, props: { engine: "memcached", numCacheNodes: 1 } },
    "one node of Redis": { of: cluster, props: { engine: "redis" } },
  },
  unknown: ["automaticFailoverEnabled", "multiAzEnabled"],
});
