import { describe, expect, it } from "vitest";
import { subnetNoAutoPublicIp } from "../../../../policy-packs/security-baseline/rules/ec2/subnet-no-auto-public-ip";
import { judge, unknown } from "../../../support/policy";

const subnet = "aws:ec2/subnet:Subnet";
const defaultSubnet = "aws:ec2/defaultSubnet:DefaultSubnet";
const check = (type: string, props: object) => judge([subnetNoAutoPublicIp], type, props);

describe("subnet-no-auto-public-ip", () => {
  it.each([
    ["a subnet that gives addresses", subnet, { mapPublicIpOnLaunch: true }],
    ["one with other tags", subnet, { mapPublicIpOnLaunch: true, tags: { Name: "public", tier: "private" } }],
    ["a default subnet left at AWS's default", defaultSubnet, {}],
  ])("reports %s", async (_case, type, props) => {
    const { violations } = await check(type, props);
    expect(violations).toMatchObject([{ rule: "subnet-no-auto-public-ip", level: "mandatory" }]);
  });

  it.each([
    ["a subnet left at AWS's default", subnet, {}],
    ["a subnet that gives none", subnet, { mapPublicIpOnLaunch: false, tags: unknown }],
    ["a default subnet that gives none", defaultSubnet, { mapPublicIpOnLaunch: false }],
    [
      "a subnet for public load balancers",
      subnet,
      { mapPublicIpOnLaunch: true, tags: { "kubernetes.io/role/elb": "1" } },
    ],
    ["a subnet of the public tier", subnet, { mapPublicIpOnLaunch: true, tags: { tier: "public" } }],
  ])("accepts %s", async (_case, type, props) => {
    expect((await check(type, props)).violations).toEqual([]);
  });

  it.each([
    ["an unknown switch", { mapPublicIpOnLaunch: unknown }],
    ["unknown tags", { mapPublicIpOnLaunch: true, tags: unknown }],
    ["an unknown tier", { mapPublicIpOnLaunch: true, tags: { tier: unknown } }],
  ])("does not judge %s", async (_case, props) => {
    const { violations, notApplicable } = await check(subnet, props);
    expect(violations).toEqual([]);
    expect(notApplicable).toContainEqual({
      rule: "subnet-no-auto-public-ip",
      reason: expect.stringContaining("can't be known during preview"),
    });
  });
});
