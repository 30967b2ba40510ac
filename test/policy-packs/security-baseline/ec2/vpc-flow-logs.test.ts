import { describe, expect, it } from "vitest";
import { vpcFlowLogs } from "../../../../policy-packs/security-baseline/rules/ec2/vpc-flow-logs";
import { judgeStack, type Subject, unknown, urnOf } from "../../../support/policy";

const vpc = (name: string, id = `vpc-${name}`): Subject => ({ type: "aws:ec2/vpc:Vpc", name, props: { id } });
const log = (props: object, dependsOn?: Subject["dependsOn"]): Subject => ({
  type: "aws:ec2/flowLog:FlowLog",
  name: "log",
  props,
  ...(dependsOn && { dependsOn }),
});
const check = (...subjects: Subject[]) => judgeStack([vpcFlowLogs], subjects);

describe("vpc-flow-logs", () => {
  it.each([
    ["a VPC alone", []],
    ["a log of another VPC", [log({ vpcId: "vpc-other" })]],
    ["a log of a subnet", [log({ subnetId: "subnet-1" })]],
    ["a log of accepted traffic only", [log({ vpcId: "vpc-main", trafficType: "ACCEPT" })]],
  ])("reports %s", async (_case, others) => {
    expect((await check(vpc("main"), ...others)).violations).toMatchObject([
      { rule: "vpc-flow-logs", level: "mandatory", urn: urnOf(vpc("main")) },
    ]);
  });

  it.each([
    ["by its id", vpc("main"), log({ vpcId: "vpc-main", trafficType: "ALL" })],
    ["made in the same deployment", vpc("main", unknown), log({ vpcId: unknown }, { vpcId: ["main"] })],
  ])("accepts a log %s", async (_case, ...subjects) => {
    expect(await check(...subjects)).toEqual({ violations: [], notApplicable: [] });
  });

  it("tells the VPC with a log from the one without, before either has an id", async () => {
    const subjects = [vpc("main", unknown), vpc("second", unknown), log({ vpcId: unknown }, { vpcId: ["main"] })];
    expect((await check(...subjects)).violations.map((violation) => violation.urn)).toEqual([urnOf(vpc("second"))]);
  });

  it("does not judge a VPC while a log's VPC is unknown", async () => {
    const { violations, notApplicable } = await check(vpc("main"), log({ vpcId: unknown }));
    expect(violations).toEqual([]);
    expect(notApplicable).toEqual([{ rule: "vpc-flow-logs", reason: expect.stringContaining(urnOf(vpc("main"))) }]);
  });

  it("does not apply to a stack without VPCs", async () => {
    const { violations, notApplicable } = await check(log({ vpcId: "vpc-main" }));
    expect(violations).toEqual([]);
    expect(notApplicable.map((entry) => entry.rule)).toEqual(["vpc-flow-logs"]);
  });
});
