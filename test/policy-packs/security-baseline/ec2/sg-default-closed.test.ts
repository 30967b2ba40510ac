import { describe, expect, it } from "vitest";
import { sgDefaultClosed } from "../../../../policy-packs/security-baseline/rules/ec2/sg-default-closed";
import { judgeStack, type Subject, unknown, urnOf } from "../../../support/policy";

const vpc: Subject = { type: "aws:ec2/vpc:Vpc", name: "main", props: { id: unknown } };
const group = (props: object, dependsOn: Subject["dependsOn"] = { vpcId: ["main"] }): Subject => ({
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  name: "default",
  props: { id: unknown, vpcId: unknown, ...props },
  dependsOn,
});
const attached = (type: string, target: string): Subject => ({
  type,
  name: "rule",
  props: { securityGroupId: unknown },
  dependsOn: { securityGroupId: [target] },
});
const ingress = [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }];
const check = async (...subjects: Subject[]) => {
  const { violations, notApplicable } = await judgeStack([sgDefaultClosed], subjects);
  return { urns: violations.map((violation) => violation.urn), notApplicable };
};

describe("sg-default-closed", () => {
  it("reports a VPC whose default group nobody manages", async () => {
    expect((await check(vpc)).urns).toEqual([urnOf(vpc)]);
  });

  it.each([
    ["ingress", { ingress }],
    ["egress", { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }] }],
  ])("reports a default group with %s, and its VPC", async (_case, props) => {
    expect((await check(vpc, group(props))).urns).toEqual([urnOf(vpc), urnOf(group(props))]);
  });

  it.each([
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  ])("reports a default group with an attached %s", async (type) => {
    expect((await check(vpc, group({}), attached(type, "default"))).urns).toEqual([urnOf(vpc), urnOf(group({}))]);
  });

  it("reports a default group of a VPC in another stack", async () => {
    const elsewhere = group({ vpcId: "vpc-1", ingress }, {});
    expect((await check(elsewhere)).urns).toEqual([urnOf(elsewhere)]);
  });

  it("accepts an empty default group, before it has an id", async () => {
    expect(await check(vpc, group({ ingress: [], egress: [] }))).toEqual({ urns: [], notApplicable: [] });
  });

  it("accepts rules that are attached to another group", async () => {
    const other: Subject = { type: "aws:ec2/securityGroup:SecurityGroup", name: "other", props: { id: unknown } };
    const rule = attached("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "other");
    expect(await check(vpc, group({}), other, rule)).toEqual({ urns: [], notApplicable: [] });
  });

  it.each([
    ["a group whose VPC is unknown", [group({}, {})]],
    ["a group whose rules are unknown", [group({ ingress: unknown })]],
    [
      "a rule whose group is unknown",
      [group({}), attached("aws:ec2/securityGroupRule:SecurityGroupRule", "elsewhere")],
    ],
  ])("does not judge %s", async (_case, others) => {
    const { urns, notApplicable } = await check(vpc, ...others);
    expect(urns).toEqual([]);
    expect(notApplicable.map((entry) => entry.rule)).toEqual(["sg-default-closed"]);
  });
});
