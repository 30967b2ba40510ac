import { sgNoUnrestrictedIngress } from "../../../../policy-packs/security-baseline/rules/ec2/sg-no-unrestricted-ingress";
import { testRule } from "../../../support/rule";

const rule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const cidrBlocks = ["0.0.0.0/0"];

testRule(sgNoUnrestrictedIngress, {
  bad: {
    "another port": { set: { "ingress.0.cidrBlocks": cidrBlocks } },
    "another port over IPv6": { set: { "ingress.0.ipv6CidrBlocks": ["::/0"] } },
    "a range from one listed port to another": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 80, toPort: 443, cidrBlocks } },
    },
    "all ports": { set: { "ingress.0": { protocol: "tcp", cidrBlocks } } },
    "all ports by minus one": { set: { "ingress.0": { protocol: "tcp", fromPort: -1, toPort: -1, cidrBlocks } } },
    "all protocols": { set: { "ingress.0": { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks } } },
    "all of ICMP": { set: { "ingress.0": { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks } } },
    "another protocol": { set: { "ingress.0": { protocol: "50", cidrBlocks } } },
    "a rule of its own": { of: rule, set: { cidrBlocks } },
    "a rule of one range": { of: ingress, set: { cidrIpv4: "0.0.0.0/0" } },
    "all protocols by name": { of: ingress, props: { ipProtocol: "all", cidrIpv6: "::/0" } },
    "a port that the platform does not list": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks } },
      configuration: { ports: [443] },
    },
  },
  good: {
    HTTPS: { set: { "ingress.0": { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks } } },
    "HTTP, which redirects": {
      of: ingress,
      props: { ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "0.0.0.0/0" },
    },
    "HTTP/3": { set: { "ingress.0": { protocol: "udp", fromPort: 443, toPort: 443, cidrBlocks } } },
    "a listed range": {
      set: { "ingress.0": { protocol: "tcp", fromPort: 8443, toPort: 8444, cidrBlocks } },
      configuration: { ports: [8443, 8444] },
    },
    "one type of ICMP": { set: { "ingress.0": { protocol: "icmp", fromPort: 3, toPort: 4, cidrBlocks } } },
    "everything from another group": { set: { "ingress.0": { protocol: "-1", securityGroups: ["sg-12345678"] } } },
    egress: { of: rule, set: { type: "egress", protocol: "-1", cidrBlocks } },
  },
  unknown: ["ingress", "ingress.0.cidrBlocks", "ingress.0.protocol"],
});
