import { expect, it } from "vitest";
import { evaluate, stackOf } from "../../../../policy-packs/core/evaluate";
import { parametersOf, type StackResource, stackType } from "../../../../policy-packs/core/rule";
import { throwingOnUnknown } from "../../../../policy-packs/core/unknown";
import { costMonthlyLimit } from "../../../../policy-packs/tagging-cost/rules/stack/cost-monthly-limit";
import { unknown, urnOf } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const nodes = (name: string, instanceType: string, desiredSize = 3) => ({
  type: "aws:eks/nodeGroup:NodeGroup",
  name,
  props: { instanceTypes: [instanceType], scalingConfig: { desiredSize, minSize: 0, maxSize: 9 } },
});
const today = "2026-11-25";

testRule(costMonthlyLimit, {
  bad: {
    "large nodes": { add: [nodes("large", "m7g.16xlarge")] },
    "more nodes": { add: [nodes("many", "m7g.xlarge", 20)] },
    "a small limit": { configuration: { maxUsd: 50 } },
    "a cluster in extended support": {
      add: [{ type: "aws:eks/cluster:Cluster", name: "old", props: { version: "1.31" } }],
      configuration: { maxUsd: 300, today },
    },
    "near the limit with a part that has no price": {
      add: [{ type: "aws:msk/cluster:Cluster", name: "events", props: {} }],
      configuration: { maxUsd: 120 },
    },
    "over the limit beside what is not known": { add: [nodes("large", "m7g.16xlarge"), nodes("next", unknown)] },
  },
  good: {
    "a larger limit": { add: [nodes("large", "m7g.16xlarge")], configuration: { maxUsd: 10_000 } },
    "near the limit with all prices": { configuration: { maxUsd: 120 } },
    "a cluster under standard support": {
      add: [{ type: "aws:eks/cluster:Cluster", name: "next", props: { version: "1.35" } }],
      configuration: { maxUsd: 300, today },
    },
    "no traffic": { configuration: { maxUsd: 106, usage: { natGatewayGb: 0 } } },
    "a part without a price far from the limit": {
      add: [{ type: "aws:msk/cluster:Cluster", name: "events", props: {} }],
    },
  },
});

function verdictOf(resources: readonly Pick<StackResource, "type" | "name" | "props">[], configuration: object) {
  const all = [{ type: stackType, name: "stack", props: {} }, ...resources].map((one) => ({
    ...one,
    urn: urnOf(one),
    props: throwingOnUnknown(one.props),
    propertyDependencies: {},
  }));
  const [stack] = all;
  if (stack === undefined) throw new Error("no stack");
  return evaluate(costMonthlyLimit, stack, stackOf(all), parametersOf(costMonthlyLimit, configuration));
}

it("says what costs most, what is left out and what the prices rest on", () => {
  const resources = [
    { type: "aws:ec2/natGateway:NatGateway", name: "main", props: { region: "sa-east-1" } },
    { type: "aws:msk/cluster:Cluster", name: "events", props: {} },
  ];
  expect(verdictOf(resources, { maxUsd: 10 }).violations).toEqual([
    "the stack is estimated at 38 USD a month, over its limit of 10 USD (most: aws:ec2/natGateway:NatGateway 38 USD), 1 part without a price left out, in part at prices of us-east-1, in part at prices that are not verified: make it smaller, or raise maxUsd of this rule",
  ]);
});

it("does not say that a stack is under its limit while a part of it is not known", () => {
  const resources = [{ type: "aws:eks/cluster:Cluster", name: "main", props: { version: unknown } }];
  expect(verdictOf(resources, {}).violations).toEqual([]);
  expect(verdictOf(resources, {}).notEvaluated).toBeDefined();
});
