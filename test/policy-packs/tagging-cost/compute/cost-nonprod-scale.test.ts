import { costNonprodScale } from "../../../../policy-packs/tagging-cost/rules/compute/cost-nonprod-scale";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const nodes = "aws:eks/nodeGroup:NodeGroup";
const group = "aws:autoscaling/group:Group";
const stacks = ["test"];
const spot = { stacks, maxOnDemandPercent: 50 };
const share = "mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity";

testRule(costNonprodScale, {
  bad: {
    "a standby": { set: { multiAz: true }, configuration: { stacks } },
    "many nodes": { of: nodes, set: { "scalingConfig.maxSize": 11 }, configuration: { stacks } },
    "more nodes than are configured": { of: nodes, configuration: { stacks, maxNodes: 3 } },
    "nodes on demand": { of: nodes, set: { capacityType: "ON_DEMAND" }, configuration: spot },
    "nodes on demand by default": { of: nodes, unset: ["capacityType"], configuration: spot },
    "nodes on demand, of a number that is not known": {
      of: nodes,
      set: { capacityType: "ON_DEMAND", scalingConfig: unknown },
      configuration: spot,
    },
    "a large group": { of: group, set: { maxSize: 100 }, configuration: { stacks } },
    "a group on demand": { of: group, set: { [share]: 60 }, configuration: spot },
    "a group on demand by default": { of: group, unset: ["mixedInstancesPolicy"], configuration: spot },
  },
  good: {
    production: { set: { multiAz: true } },
    "a standby that is allowed": { set: { multiAz: true }, configuration: { stacks, multiAz: true } },
    "no standby": { unset: ["multiAz"], configuration: { stacks } },
    "nodes on demand where that is allowed": { of: nodes, unset: ["capacityType"], configuration: { stacks } },
    "spot nodes": { of: nodes, configuration: spot },
    "half a group on demand": { of: group, set: { [share]: 50 }, configuration: spot },
  },
});
