import { costInstanceTypesAllowed } from "../../../../policy-packs/tagging-cost/rules/compute/cost-instance-types-allowed";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const nodes = "aws:eks/nodeGroup:NodeGroup";
const group = "aws:autoscaling/group:Group";
const override = "mixedInstancesPolicy.launchTemplate.overrides";

testRule(costInstanceTypesAllowed, {
  bad: {
    "an instance with a GPU": { set: { instanceType: "g6.xlarge" } },
    "an instance of terabytes": { set: { instanceType: "u-6tb1.112xlarge" } },
    "an instance that is too large": { set: { instanceType: "m7g.12xlarge" } },
    "bare metal": { set: { instanceType: "m7g.metal" } },
    "bare metal of a size": { set: { instanceType: "m7i.metal-24xl" } },
    "a template": { of: "aws:ec2/launchTemplate:LaunchTemplate", set: { instanceType: "p5.48xlarge" } },
    "a launch configuration": {
      of: "aws:ec2/launchConfiguration:LaunchConfiguration",
      set: { instanceType: "x2idn.16xlarge" },
    },
    "an override of a group": { of: group, set: { [`${override}.0.instanceType`]: "p5.48xlarge" } },
    "a second type of nodes": { of: nodes, set: { "instanceTypes.1": "r7g.16xlarge" } },
    "nodes behind an unknown type": { of: nodes, set: { instanceTypes: [unknown, "p5.48xlarge"] } },
    "a database": { of: "aws:rds/instance:Instance", set: { instanceClass: "db.x2g.large" } },
    "a large instance of a cluster": {
      of: "aws:rds/clusterInstance:ClusterInstance",
      set: { instanceClass: "db.r7g.16xlarge" },
    },
    "a cache": { of: "aws:elasticache/cluster:Cluster", set: { nodeType: "cache.r7g.12xlarge" } },
    "a replicated cache": {
      of: "aws:elasticache/replicationGroup:ReplicationGroup",
      set: { nodeType: "cache.c7gn.16xlarge" },
    },
    "one size over the configured one": {
      set: { instanceType: "m7g.xlarge" },
      configuration: { largestSize: "large" },
    },
    "a family that is not configured": { set: { instanceType: "m7i.large" }, configuration: { families: ["m7g"] } },
  },
  good: {
    "the largest size": { set: { instanceType: "c7g.8xlarge" } },
    "a small size": { set: { instanceType: "t4g.nano" } },
    "no type, as a template gives it": { unset: ["instanceType"] },
    "nodes of AWS's choice": { of: nodes, unset: ["instanceTypes"] },
    "a serverless database": { of: "aws:rds/clusterInstance:ClusterInstance", set: { instanceClass: "db.serverless" } },
    "a class with memory of its own": {
      of: "aws:rds/instance:Instance",
      set: { instanceClass: "db.r6i.large.tpc1.mem2x" },
    },
    "what is configured": { set: { instanceType: "g6.xlarge" }, configuration: { families: ["g6"] } },
  },
  unknown: ["instanceType"],
});
