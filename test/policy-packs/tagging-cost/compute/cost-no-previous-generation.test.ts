import { costNoPreviousGeneration } from "../../../../policy-packs/tagging-cost/rules/compute/cost-no-previous-generation";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(costNoPreviousGeneration, {
  bad: {
    "a t2": { set: { instanceType: "t2.micro" } },
    "an m4": { set: { instanceType: "m4.large" } },
    "a c4": { set: { instanceType: "c4.xlarge" } },
    "an r4": { set: { instanceType: "r4.16xlarge" } },
    "a template": { of: "aws:ec2/launchTemplate:LaunchTemplate", set: { instanceType: "m3.medium" } },
    "nodes behind an unknown type": {
      of: "aws:eks/nodeGroup:NodeGroup",
      set: { instanceTypes: [unknown, "m4.large"] },
    },
    "a database": { of: "aws:rds/instance:Instance", set: { instanceClass: "db.t2.small" } },
    "an instance of a cluster": {
      of: "aws:rds/clusterInstance:ClusterInstance",
      set: { instanceClass: "db.r4.large" },
    },
    "a cache": { of: "aws:elasticache/cluster:Cluster", set: { nodeType: "cache.m3.medium" } },
    "a replicated cache": {
      of: "aws:elasticache/replicationGroup:ReplicationGroup",
      set: { nodeType: "cache.r4.large" },
    },
  },
  good: {
    "a t3": { set: { instanceType: "t3.micro" } },
    "an m5": { set: { instanceType: "m5.large" } },
    "a family that begins alike": { set: { instanceType: "m4x.large" } },
    "no type": { unset: ["instanceType"] },
    "a serverless database": { of: "aws:rds/clusterInstance:ClusterInstance", set: { instanceClass: "db.serverless" } },
  },
  unknown: ["instanceType"],
});
