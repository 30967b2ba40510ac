import { sgNoPublicDataPorts } from "../../../../policy-packs/security-baseline/rules/ec2/sg-no-public-data-ports";
import { testRule } from "../../../support/rule";

const rule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const everyone = ["0.0.0.0/0"];

testRule(sgNoPublicDataPorts, {
  bad: {
    "a database": { set: { "ingress.0.cidrBlocks": everyone } },
    "the Internet among narrow ranges": { set: { "ingress.0.cidrBlocks": ["10.0.0.0/8", ...everyone] } },
    IPv6: { set: { "ingress.0.ipv6CidrBlocks": ["::/0"] } },
    "a cache over UDP": {
      set: { "ingress.0": { protocol: "udp", fromPort: 11211, toPort: 11211, cidrBlocks: everyone } },
    },
    "a range of ports that holds one": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 5000, toPort: 6000, cidrBlocks: everyone } },
    },
    "all protocols": { set: { "ingress.0": { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: everyone } } },
    "a second ingress": {
      set: { "ingress.1": { protocol: "tcp", fromPort: 9200, toPort: 9200, cidrBlocks: everyone } },
    },
    "the default group": {
      of: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      set: { "ingress.0.cidrBlocks": everyone },
    },
    "a rule of its own": { of: rule, set: { cidrBlocks: everyone } },
    "a rule of one range": { of: ingress, set: { cidrIpv4: "0.0.0.0/0" } },
    "a rule of one IPv6 range": { of: ingress, set: { cidrIpv6: "::/0" }, unset: ["cidrIpv4"] },
    "a port of the platform's own": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 7443, toPort: 7443, cidrBlocks: everyone } },
      configuration: { furtherPorts: [7443] },
    },
  },
  good: {
    "a web server": { set: { "ingress.0": { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: everyone } } },
    "a large range that is not the Internet": { set: { "ingress.0.cidrBlocks": ["128.0.0.0/2"] } },
    "another security group": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: ["sg-12345678"] } },
    },
    ICMP: { set: { "ingress.0": { protocol: "icmp", fromPort: 8, toPort: 0, cidrBlocks: everyone } } },
    egress: { of: rule, set: { type: "egress", cidrBlocks: everyone } },
  },
  unknown: ["ingress", "ingress.0.cidrBlocks", "ingress.0.fromPort"],
});
