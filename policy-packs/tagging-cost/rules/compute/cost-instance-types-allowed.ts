import { z } from "zod";
import { forEachInstanceType, parseInstanceType, sizedTypes, stepsOf } from "../../../core/instance-type";
import { resourceRule } from "../../../core/rule";
import { matchesAny } from "../../../core/wildcard";

/** Nobody starts an instance that costs as much as a team by mistake. */
export const costInstanceTypesAllowed = resourceRule({
  name: "cost-instance-types-allowed",
  title:
    "Instances, nodes, databases and caches are of a family that is allowed, and not larger than the largest size.",
  severity: "medium",
  types: sizedTypes,
  parameters: z.object({
    families: z
      .array(z.string())
      .default(["t*", "m*", "c*", "r*"])
      .describe("Families, with * for any characters, e.g. m7g or m*."),
    largestSize: z
      .string()
      .refine((size) => !Number.isNaN(stepsOf(size)) && Number.isFinite(stepsOf(size)), "must be a size, e.g. 4xlarge")
      .default("8xlarge")
      .describe("The largest size."),
  }),
  controls: {},
  remediationSteps: "Choose a smaller type, or one of a family that is allowed; or have the configuration changed.",
  docs: {
    why: "A GPU or a size too many costs thousands a month before anybody reads the bill.",
    good: {
      "aws:ec2/instance:Instance": { instanceType: "m7g.large" },
      "aws:ec2/launchTemplate:LaunchTemplate": { instanceType: "m7g.large" },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { instanceType: "m7i.large" },
      "aws:autoscaling/group:Group": {
        mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "m7g.large" }] } },
      },
      "aws:eks/nodeGroup:NodeGroup": { instanceTypes: ["m7g.large", "m6g.large"] },
      "aws:rds/instance:Instance": { instanceClass: "db.t4g.medium" },
      "aws:rds/clusterInstance:ClusterInstance": { instanceClass: "db.r7g.large" },
      "aws:elasticache/cluster:Cluster": { nodeType: "cache.t4g.small" },
      "aws:elasticache/replicationGroup:ReplicationGroup": { nodeType: "cache.r7g.large" },
    },
  },
  check(resource, report, { families, largestSize }) {
    forEachInstanceType(resource, (text, property) => {
      const type = parseInstanceType(text);
      if (type === undefined) return;
      if (!matchesAny(type.family, families)) {
        report(`the family of ${property} is not allowed: use one of ${families.join(", ")}`);
      }
      if (stepsOf(type.size) > stepsOf(largestSize))
        report(`${property} is larger than ${largestSize}: use a smaller one`);
    });
  },
});
