import { expect, it } from "vitest";
import { evaluate, stackOf } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { tagsRequired } from "../../../../policy-packs/tagging-cost/rules/tags/tags-required";
import { urnOf } from "../../../support/policy";

const defaults = JSON.stringify({ tags: { owner: "shop-team" } });
const configuration = { keys: ["owner"], namespaceLabels: ["owner"] };

function violationsOf(type: string, props: Record<string, unknown>) {
  const provider = { type: "pulumi:providers:aws", name: "dev", props: { defaultTags: defaults } };
  const resource = { type, name: "subject", urn: urnOf({ type, name: "subject" }), props, provider };
  return evaluate(
    tagsRequired,
    { ...resource, propertyDependencies: {} },
    stackOf([]),
    parametersOf(tagsRequired, configuration),
  ).violations;
}

it("does not count the provider's tags for Auto Scaling groups, which do not get them", () => {
  expect(violationsOf("aws:autoscaling/group:Group", {})).toHaveLength(1);
  const tags = [{ key: "owner", value: "shop-team", propagateAtLaunch: true }];
  expect(violationsOf("aws:autoscaling/group:Group", { tags })).toEqual([]);
});

it("adds a missing tag to an Auto Scaling group in its own form", () => {
  const group = { type: "aws:autoscaling/group:Group", name: "nodes", urn: "", props: {} };
  tagsRequired.remediate?.(group, parametersOf(tagsRequired, { keys: ["owner"], fallbacks: { owner: "shop-team" } }));
  expect(group.props).toEqual({ tags: [{ key: "owner", value: "shop-team", propagateAtLaunch: true }] });
});

it("asks namespaces for labels where they are listed", () => {
  const type = "kubernetes:core/v1:Namespace";
  expect(violationsOf(type, { metadata: { labels: { team: "shop" } } })).toHaveLength(1);
  expect(violationsOf(type, {})).toHaveLength(1);
  expect(violationsOf(type, { metadata: { labels: { owner: "shop" } } })).toEqual([]);
});

it("judges what can have tags, and nothing else", () => {
  const judged = (type: string) => tagsRequired.judges?.(type);
  expect(judged("aws:ec2/vpc:Vpc")).toBe(true);
  expect(judged("aws:ec2/securityGroupRule:SecurityGroupRule")).toBe(false);
  expect(judged("aws:iam/rolePolicy:RolePolicy")).toBe(false);
  expect(judged("foundation:index:Network")).toBe(false);
});
