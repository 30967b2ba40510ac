import { describe, expect, it } from "vitest";
import { sgRuleDescription } from "../../../../policy-packs/security-baseline/rules/ec2/sg-rule-description";
import { judge, unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const group = "aws:ec2/securityGroup:SecurityGroup";
const rule = "aws:ec2/securityGroupRule:SecurityGroupRule";

testRule(sgRuleDescription, {
  bad: {
    "a group without a description": { unset: ["description"] },
    "an empty description": { set: { description: "" } },
    "the provider's description": { set: { description: "Managed by Pulumi" } },
    "the description of the provider below": { set: { description: "Managed by Terraform" } },
    "ingress without a description": { unset: ["ingress.0.description"] },
    "egress without a description": { set: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0 }] } },
    "a second ingress without a description": { set: { "ingress.1": { protocol: "tcp", fromPort: 80, toPort: 80 } } },
    "a rule without a description": { of: rule, unset: ["description"] },
    "a rule with an empty one": { of: rule, set: { description: " " } },
    "an ingress rule": { of: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", unset: ["description"] },
    "an egress rule": { of: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", unset: ["description"] },
  },
  good: {
    "a group without rules": { unset: ["ingress"] },
    "a described egress": { set: { egress: [{ description: "Everywhere", protocol: "-1", fromPort: 0, toPort: 0 }] } },
  },
  unknown: ["description", "ingress", "ingress.0.description"],
});

describe("sg-rule-description", () => {
  it("reports the group, and its egress, behind an unknown ingress", async () => {
    const { violations } = await judge([sgRuleDescription], group, { ingress: unknown, egress: [{ protocol: "-1" }] });
    expect(violations).toMatchObject([{ level: "advisory" }, { level: "advisory" }]);
  });
});
