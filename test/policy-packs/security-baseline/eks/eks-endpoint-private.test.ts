import { describe, expect, it } from "vitest";
import { eksEndpointPrivate } from "../../../../policy-packs/security-baseline/rules/eks/eks-endpoint-private";
import { judge, unknown } from "../../../support/policy";

const check = (vpcConfig?: object | string) => judge([eksEndpointPrivate], "aws:eks/cluster:Cluster", { vpcConfig });

describe("eks-endpoint-private", () => {
  it.each([
    ["a public endpoint", { endpointPublicAccess: true }],
    ["an endpoint left at EKS's default", {}],
    ["no VPC config", undefined],
    ["an empty list of ranges, which EKS opens to all", { publicAccessCidrs: [] }],
    ["the whole Internet in the list", { publicAccessCidrs: ["198.51.100.0/24", "0.0.0.0/0"] }],
    ["the whole Internet behind an unknown range", { publicAccessCidrs: [unknown, "0.0.0.0/0"] }],
  ])("reports %s", async (_case, vpcConfig) => {
    const { violations } = await check(vpcConfig);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({ rule: "eks-endpoint-private", level: "mandatory" });
    expect(violations[0]?.message).toContain("vpcConfig.");
  });

  it.each([
    ["a private endpoint", { endpointPublicAccess: false }],
    ["a public endpoint for named ranges", { publicAccessCidrs: ["198.51.100.0/24"] }],
    ["a private endpoint with unknown subnets", { endpointPublicAccess: false, subnetIds: unknown }],
  ])("accepts %s", async (_case, vpcConfig) => {
    expect(await check(vpcConfig)).toEqual({ violations: [], notApplicable: [] });
  });

  it.each([
    ["an unknown VPC config", unknown, ".vpcConfig"],
    ["an unknown switch", { endpointPublicAccess: unknown }, ".vpcConfig.endpointPublicAccess"],
    ["an unknown range among narrow ones", { publicAccessCidrs: ["198.51.100.0/24", unknown] }, ".publicAccessCidrs.1"],
  ])("does not judge %s", async (_case, vpcConfig, path) => {
    const { violations, notApplicable } = await check(vpcConfig);
    expect(violations).toEqual([]);
    expect(notApplicable).toEqual([{ rule: "eks-endpoint-private", reason: expect.stringContaining(path) }]);
  });
});
