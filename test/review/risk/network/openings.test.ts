import { describe, expect, it } from "vitest";
import { containsRange, isPrivate } from "../../../../review/risk/network/ranges";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, updated } from "../../../support/steps";

const group = "aws:ec2/securityGroup:SecurityGroup";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const tcp = (fromPort: number, toPort: number, source: object) => ({ ipProtocol: "tcp", fromPort, toPort, ...source });
const everywhere = { cidrIpv4: "0.0.0.0/0" };

describe("a rule that lets in", () => {
  it.each([
    [tcp(22, 22, everywhere), "network-open-admin: the Internet can newly reach subject on port 22 (SSH)"],
    [tcp(0, 65535, everywhere), "network-open-admin: the Internet can newly reach subject on every port"],
    [
      { ipProtocol: "-1", cidrIpv6: "::/0" },
      "network-open-admin: the Internet (IPv6) can newly reach subject on every port",
    ],
    [tcp(5432, 5432, everywhere), "network-open-data: the Internet can newly reach subject on port 5432 (PostgreSQL)"],
    [tcp(7500, 7600, everywhere), "network-open: the Internet can newly reach subject on ports 7500 to 7600"],
    [tcp(443, 443, everywhere), "network-open-web: the Internet can newly reach subject on port 443 (HTTPS)"],
    [
      tcp(22, 22, { cidrIpv4: "0.0.0.0/1" }),
      "network-open-admin: 0.0.0.0/1 (a large part of the Internet) can newly reach subject on port 22 (SSH)",
    ],
    [
      tcp(22, 22, { cidrIpv4: "10.0.0.0/8" }),
      "network-wide: 10.0.0.0/8 (private) can newly reach subject on port 22 (SSH)",
    ],
    [
      tcp(22, 22, { cidrIpv4: "198.51.100.0/24" }),
      "network-given: 198.51.100.0/24 can newly reach subject on port 22 (SSH)",
    ],
    [
      tcp(22, 22, { referencedSecurityGroupId: "sg-1" }),
      "network-given: members of sg-1 can newly reach subject on port 22 (SSH)",
    ],
    [
      tcp(22, 22, { referencedSecurityGroupId: { $: "unknown" } }),
      "network-given: members of a group known only when it is made can newly reach subject on port 22 (SSH)",
    ],
    [tcp(22, 22, { prefixListId: "pl-1" }), "network-given: prefix list pl-1 can newly reach subject on port 22 (SSH)"],
    [
      tcp(22, 22, { cidrIpv4: { $: "unknown" } }),
      "network-unknown: addresses known only when it is made can newly reach subject on port 22 (SSH)",
    ],
    [
      { ipProtocol: { $: "unknown" }, cidrIpv4: "0.0.0.0/0" },
      "network-unknown: what subject lets through is not judged: it is known only when it is made",
    ],
    [
      { ipProtocol: "icmp", fromPort: -1, toPort: -1, ...everywhere },
      "network-given: the Internet can newly reach subject on ICMP",
    ],
  ])("says so (%#)", (rule, said) => {
    expect(saidOf(created(ingress, rule))).toEqual([said]);
  });

  it("is no danger where it goes, gets narrower or has another description", () => {
    expect(saidOf(deleted(ingress, tcp(22, 22, everywhere)))).toEqual([
      "access-narrowed: the Internet can no longer reach subject on port 22 (SSH)",
    ]);
    expect(idsOf(updated(ingress, tcp(22, 22, everywhere), tcp(22, 22, { cidrIpv4: "198.51.100.0/24" })))).toEqual([
      "access-narrowed",
    ]);
    const described = (description: string) => ({ ...tcp(22, 22, everywhere), description });
    expect(idsOf(updated(ingress, described("a"), described("b")))).toEqual([]);
  });
});

describe("rules inside a security group", () => {
  const rule = (fromPort: number, ...cidrBlocks: string[]) => ({
    protocol: "tcp",
    fromPort,
    toPort: fromPort,
    cidrBlocks,
  });
  const changed = (before: object[], after: object[]) =>
    saidOf(updated(group, { ingress: before }, { ingress: after }));

  it("are compared in meaning, in any order", () => {
    expect(
      changed([rule(443, "10.1.0.0/24"), rule(80, "10.1.0.0/24")], [rule(80, "10.1.0.0/24"), rule(443, "10.1.0.0/24")]),
    ).toEqual([]);
    expect(
      changed([rule(443, "10.1.0.0/24", "10.2.0.0/24")], [rule(443, "10.1.0.0/24"), rule(443, "10.2.0.0/24")]),
    ).toEqual([]);
    expect(changed([rule(443, "10.1.0.0/24")], [rule(443, "10.1.0.0/24", "0.0.0.0/0")])).toEqual([
      "network-open-web: the Internet can newly reach subject on port 443 (HTTPS)",
    ]);
  });

  it("also say what is let out", () => {
    const out = (cidr: string) => ({ egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [cidr] }] });
    expect(saidOf(updated(group, out("10.0.0.0/24"), out("0.0.0.0/0")))).toEqual([
      "network-egress: subject newly reaches the Internet on every port",
    ]);
    expect(idsOf(updated(group, out("0.0.0.0/0"), out("10.0.0.0/24")))).toEqual(["access-narrowed"]);
  });

  it("are judged in the other spellings too", () => {
    const old = { type: "ingress", protocol: "tcp", fromPort: 3389, toPort: 3389, cidrBlocks: ["0.0.0.0/0"] };
    expect(idsOf(created("aws:ec2/securityGroupRule:SecurityGroupRule", old))).toEqual(["network-open-admin"]);
    expect(idsOf(created("aws:ec2/securityGroupRule:SecurityGroupRule", { ...old, type: "egress" }))).toEqual([
      "network-given",
    ]);
    const entry = {
      protocol: "tcp",
      fromPort: 22,
      toPort: 22,
      cidrBlock: "0.0.0.0/0",
      ruleAction: "allow",
      ruleNumber: 1,
    };
    const acl = "aws:ec2/networkAclRule:NetworkAclRule";
    expect(idsOf(created(acl, entry))).toEqual(["network-open-admin"]);
    expect(idsOf(created(acl, { ...entry, ruleAction: "deny" }))).toEqual([]);
    expect(idsOf(deleted(acl, { ...entry, ruleAction: "deny" }))).toEqual(["network-deny-removed"]);
    const list = (...cidrs: string[]) => ({ entries: cidrs.map((cidr) => ({ cidr })) });
    expect(
      idsOf(
        updated("aws:ec2/managedPrefixList:ManagedPrefixList", list("10.0.0.0/24"), list("10.0.0.0/24", "0.0.0.0/0")),
      ),
    ).toEqual(["network-open-admin"]);
  });
});

it.each([
  ["10.0.0.0/8", "10.1.2.0/24", true],
  ["10.1.2.0/24", "10.0.0.0/8", false],
  ["0.0.0.0/0", "203.0.113.7", true],
  ["::/0", "2001:db8::/32", true],
  ["0.0.0.0/0", "::/0", false],
  ["nonsense", "10.0.0.0/8", false],
])("%s contains %s: %s", (wider, other, expected) => {
  expect(containsRange(wider, other)).toBe(expected);
});

it.each([
  ["10.0.0.0/8", true],
  ["8.0.0.0/6", false],
  ["172.16.0.0/12", true],
  ["172.15.0.0/16", false],
  ["fd00::/8", true],
  ["2001:db8::/32", false],
])("%s is private: %s", (cidr, expected) => {
  expect(isPrivate(cidr)).toBe(expected);
});
