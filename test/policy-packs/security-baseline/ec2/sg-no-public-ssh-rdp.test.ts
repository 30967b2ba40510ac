import { describe, expect, it } from "vitest";
import { sgNoPublicSshRdp } from "../../../../policy-packs/security-baseline/rules/ec2/sg-no-public-ssh-rdp";
import { judge, unknown } from "../../../support/policy";

const group = "aws:ec2/securityGroup:SecurityGroup";
const groupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const check = (type: string, props: object) => judge([sgNoPublicSshRdp], type, props);

const open = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };

describe("sg-no-public-ssh-rdp", () => {
  it.each([
    ["SSH", open, "SSH open"],
    ["RDP", { ...open, fromPort: 3389, toPort: 3389 }, "RDP open"],
    ["a range that holds both", { ...open, fromPort: 0, toPort: 65535 }, "SSH and RDP open"],
    ["all protocols", { ...open, protocol: "-1", fromPort: 0, toPort: 0 }, "SSH and RDP open"],
    ["all ports", { protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] }, "SSH and RDP open"],
    ["IPv6", { ...open, cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }, "SSH open"],
    ["the Internet among narrow ranges", { ...open, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] }, "SSH open"],
    ["the Internet besides the group itself", { ...open, self: true }, "SSH open"],
    ["no source", { protocol: "tcp", fromPort: 22, toPort: 22, self: false }, "names no source"],
  ])("reports %s in a group and as a rule of its own", async (_case, ingress, message) => {
    for (const judged of [
      await check(group, { ingress: [ingress] }),
      await check("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { ingress: [ingress] }),
      await check(groupRule, { ...ingress, type: "ingress" }),
    ]) {
      expect(judged.violations).toMatchObject([{ rule: "sg-no-public-ssh-rdp", level: "mandatory" }]);
      expect(judged.violations[0]?.message).toContain(message);
    }
  });

  it.each([
    ["IPv4", { cidrIpv4: "0.0.0.0/0" }],
    ["IPv6", { cidrIpv6: "::/0" }],
    ["no source", {}],
  ])("reports %s in a rule of one range", async (_case, source) => {
    const props = { ipProtocol: "tcp", fromPort: 22, toPort: 22, ...source };
    expect((await check(ingressRule, props)).violations).toHaveLength(1);
  });

  it.each([
    ["a group without ingress", group, {}],
    ["another port", group, { ingress: [{ ...open, fromPort: 443, toPort: 443 }] }],
    ["the port beside", group, { ingress: [{ ...open, fromPort: 23, toPort: 3388 }] }],
    ["ICMP", group, { ingress: [{ ...open, protocol: "icmp", fromPort: -1, toPort: -1 }] }],
    ["a private range", group, { ingress: [{ ...open, cidrBlocks: ["10.0.0.0/8"] }] }],
    ["egress", group, { egress: [{ ...open, protocol: "-1" }] }],
    ["another group", group, { ingress: [{ ...open, cidrBlocks: [], securityGroups: [unknown] }] }],
    ["itself", group, { ingress: [{ ...open, cidrBlocks: [], self: true }] }],
    ["a rule for egress", groupRule, { ...open, type: "egress" }],
    ["a rule from an unknown group", groupRule, { ...open, cidrBlocks: [], sourceSecurityGroupId: unknown }],
    ["a rule of one range from a prefix list", ingressRule, { ipProtocol: "-1", prefixListId: unknown }],
  ])("accepts %s", async (_case, type, props) => {
    expect((await check(type, props)).violations).toEqual([]);
  });

  it("reports an open rule behind an unknown one", async () => {
    expect((await check(group, { ingress: [unknown, open] })).violations).toHaveLength(1);
  });

  it.each([
    ["unknown ingress", group, { ingress: unknown }],
    ["an unknown port", group, { ingress: [{ ...open, fromPort: unknown }] }],
    ["an unknown range", group, { ingress: [{ ...open, cidrBlocks: [unknown] }] }],
    ["an unknown direction", groupRule, { ...open, type: unknown }],
    ["an unknown single range", ingressRule, { ipProtocol: "-1", cidrIpv4: unknown }],
  ])("does not judge %s", async (_case, type, props) => {
    const { violations, notApplicable } = await check(type, props);
    expect(violations).toEqual([]);
    expect(notApplicable).toContainEqual({
      rule: "sg-no-public-ssh-rdp",
      reason: expect.stringContaining("can't be known during preview"),
    });
  });
});
