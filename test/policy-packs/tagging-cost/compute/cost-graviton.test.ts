import { costGraviton } from "../../../../policy-packs/tagging-cost/rules/compute/cost-graviton";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const lambda = "aws:lambda/function:Function";

testRule(costGraviton, {
  bad: {
    "a database": { set: { instanceClass: "db.m5.large" } },
    "a database on t3": { set: { instanceClass: "db.t3.medium" } },
    "an instance of Aurora": { of: "aws:rds/clusterInstance:ClusterInstance", set: { instanceClass: "db.r6i.large" } },
    "a cache": { of: "aws:elasticache/cluster:Cluster", set: { nodeType: "cache.t3.micro" } },
    "a replicated cache": {
      of: "aws:elasticache/replicationGroup:ReplicationGroup",
      set: { nodeType: "cache.r5.large" },
    },
    "a function by default": { of: lambda, unset: ["architectures"] },
    "a function": { of: lambda, set: { architectures: ["x86_64"] } },
  },
  good: {
    "Oracle, which needs x86": { set: { engine: "oracle-ee", instanceClass: "db.m5.large" } },
    "SQL Server, which needs x86": { set: { engine: "sqlserver-se", instanceClass: "db.r5.large" } },
    "a class without a counterpart": { set: { instanceClass: "db.x2iedn.xlarge" } },
    "a serverless instance": { of: "aws:rds/clusterInstance:ClusterInstance", set: { instanceClass: "db.serverless" } },
    "a function in an image": { of: lambda, unset: ["architectures"], set: { packageType: "Image" } },
    "an image that is not known yet": { of: lambda, unset: ["architectures"], set: { imageUri: unknown } },
    "functions, where they are left out": { of: lambda, unset: ["architectures"], configuration: { functions: false } },
  },
  unknown: ["instanceClass", "engine"],
});
