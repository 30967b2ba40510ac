import { sgNoUnrestrictedEgress } from "../../../../policy-packs/security-baseline/rules/ec2/sg-no-unrestricted-egress";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const rule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const everything = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };

testRule(sgNoUnrestrictedEgress, {
  bad: {
    "all protocols": { set: { "egress.0.protocol": "-1", "egress.0.fromPort": 0, "egress.0.toPort": 0 } },
    "all ports": { set: { "egress.0.fromPort": 0, "egress.0.toPort": 65535 } },
    "all ports but none": { set: { "egress.0.fromPort": 1, "egress.0.toPort": 65535 } },
    "no protocol and no ports": { props: { egress: [{ cidrBlocks: ["0.0.0.0/0"] }] } },
    "all over IPv6": { props: { egress: [{ ...everything, cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }] } },
    "a second rule": { set: { "egress.1": everything } },
    "a rule behind an unknown one": { props: { egress: [unknown, everything] } },
    "a rule of its own": { of: rule, set: { cidrBlocks: ["0.0.0.0/0"] } },
    "a rule of its own without ports": {
      of: rule,
      set: { protocol: "tcp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] },
    },
    "an egress rule": { of: egressRule, props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" } },
    "an egress rule over IPv6": { of: egressRule, props: { ipProtocol: "-1", cidrIpv6: "::/0" } },
  },
  good: {
    "a group that lets nothing out": { props: {} },
    "a group that lets everything in": { props: { ingress: [everything] } },
    "a rule that lets in": { of: rule, set: { type: "ingress", cidrBlocks: ["0.0.0.0/0"] } },
    pings: { of: egressRule, set: { ipProtocol: "icmp", fromPort: -1, toPort: -1 } },
    "all to a group": {
      of: egressRule,
      props: { ipProtocol: "-1", referencedSecurityGroupId: "sg-0123456789abcdef0" },
    },
    "high ports": { set: { "egress.0.fromPort": 1024, "egress.0.toPort": 65535 } },
  },
  unknown: ["egress", "egress.0.cidrBlocks", "egress.0.toPort"],
});
