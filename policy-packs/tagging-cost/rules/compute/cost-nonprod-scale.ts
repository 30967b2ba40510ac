import { z } from "zod";
import type { Props } from "../../../core/resource-types";
import type { Report } from "../../../core/rule";
import { resourceRule } from "../../../core/rule";
import { isInStack } from "../../../core/stacks";
import { forEachKnown, judgeAll } from "../../../core/unknown";

const parameters = z.object({
  stacks: z
    .array(z.string())
    .default(["dev-*", "*-dev", "test-*", "*-test"])
    .describe("Names of the stacks that are not for production, with * for any characters."),
  multiAz: z.boolean().default(false).describe("Whether databases may have a standby in another zone."),
  maxNodes: z.number().int().nonnegative().default(10).describe("How many nodes a group may grow to."),
  maxOnDemandPercent: z
    .number()
    .min(0)
    .max(100)
    .default(100)
    .describe("How much of what a group adds to its base may be on demand instead of spot."),
});

/** Environments for trying things out are small. */
export const costNonprodScale = resourceRule({
  name: "cost-nonprod-scale",
  title: "Outside production, databases have no standby, and groups of nodes are small and take spot capacity.",
  severity: "low",
  types: ["aws:rds/instance:Instance", "aws:eks/nodeGroup:NodeGroup", "aws:autoscaling/group:Group"],
  parameters,
  controls: {},
  remediationSteps:
    "Set multiAz to false, the largest size to maxNodes at most, and capacityType or the distribution to spot capacity.",
  docs: {
    why: "An environment that nobody depends on does not need a second database, nor room to grow like production.",
    good: {
      "aws:rds/instance:Instance": { engine: "postgres", multiAz: false },
      "aws:eks/nodeGroup:NodeGroup": {
        capacityType: "SPOT",
        scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 4 },
      },
      "aws:autoscaling/group:Group": {
        maxSize: 4,
        mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 0 } },
      },
    },
  },
  check(resource, report, limits) {
    if (!isInStack(resource.urn, limits.stacks)) return;
    if (resource.type === "aws:rds/instance:Instance") {
      if (!limits.multiAz && resource.props.multiAz === true)
        report("the database has a standby: set multiAz to false");
    } else if (resource.type === "aws:eks/nodeGroup:NodeGroup") checkNodes(resource.props, report, limits);
    else checkGroup(resource.props, report, limits);
  },
});

type Limits = z.output<typeof parameters>;

function checkNodes(nodes: Props<"aws:eks/nodeGroup:NodeGroup">, report: Report, limits: Limits): void {
  judgeAll(
    () => checkSize(nodes.scalingConfig?.maxSize, "scalingConfig.maxSize", report, limits),
    () => {
      if (limits.maxOnDemandPercent < 100 && (nodes.capacityType ?? "ON_DEMAND") === "ON_DEMAND") {
        report("the nodes are on demand: set capacityType to SPOT");
      }
    },
  );
}

function checkGroup(group: Props<"aws:autoscaling/group:Group">, report: Report, limits: Limits): void {
  judgeAll(
    () => checkSize(group.maxSize, "maxSize", report, limits),
    () => {
      // Without a distribution everything is on demand: docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html
      const distribution = group.mixedInstancesPolicy?.instancesDistribution;
      if ((distribution?.onDemandPercentageAboveBaseCapacity ?? 100) > limits.maxOnDemandPercent) {
        report("too much of the group is on demand: lower onDemandPercentageAboveBaseCapacity of its distribution");
      }
    },
  );
}

function checkSize(maxSize: number | undefined, property: string, report: Report, { maxNodes }: Limits): void {
  forEachKnown([maxSize], (size) => {
    if (size !== undefined && size > maxNodes)
      report(`the group may grow to more than ${maxNodes} nodes: lower ${property}`);
  });
}
