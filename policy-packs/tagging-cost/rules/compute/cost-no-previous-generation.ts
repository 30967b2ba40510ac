import { forEachInstanceType, parseInstanceType, sizedTypes } from "../../../core/instance-type";
import { resourceRule } from "../../../core/rule";
import { successors } from "./previous-generations";

/** Nothing new is started on old hardware. */
export const costNoPreviousGeneration = resourceRule({
  name: "cost-no-previous-generation",
  title: "Instances, nodes, databases and caches are not of a previous generation.",
  severity: "low",
  types: sizedTypes,
  controls: {},
  remediationSteps: "Change the type to the family that the message names.",
  docs: {
    why: "A previous generation costs more than its successor for the same work, and gets scarce.",
    good: {
      "aws:ec2/instance:Instance": { instanceType: "t3.small" },
      "aws:ec2/launchTemplate:LaunchTemplate": { instanceType: "m7g.large" },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { instanceType: "m7i.large" },
      "aws:autoscaling/group:Group": {
        mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "c7g.large" }] } },
      },
      "aws:eks/nodeGroup:NodeGroup": { instanceTypes: ["m7g.large"] },
      "aws:rds/instance:Instance": { instanceClass: "db.t4g.medium" },
      "aws:rds/clusterInstance:ClusterInstance": { instanceClass: "db.r7g.large" },
      "aws:elasticache/cluster:Cluster": { nodeType: "cache.t4g.small" },
      "aws:elasticache/replicationGroup:ReplicationGroup": { nodeType: "cache.r7g.large" },
    },
  },
  check(resource, report) {
    forEachInstanceType(resource, (text, property) => {
      const { family } = parseInstanceType(text) ?? {};
      if (family === undefined || !Object.hasOwn(successors, family)) return;
      report(`${property} is of a previous generation: use ${successors[family]} or one of its kind`);
    });
  },
});
