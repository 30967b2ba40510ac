import { naclNoPublicAdminPorts } from "../../../../policy-packs/security-baseline/rules/ec2/nacl-no-public-admin-ports";
import { testRule } from "../../../support/rule";

const rule = "aws:ec2/networkAclRule:NetworkAclRule";
const everything = { action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0", ruleNo: 200 };
const deny = (port: number) => ({
  action: "deny",
  protocol: "tcp",
  fromPort: port,
  toPort: port,
  cidrBlock: "0.0.0.0/0",
  ruleNo: port === 22 ? 10 : 20,
});

testRule(naclNoPublicAdminPorts, {
  bad: {
    SSH: { set: { "ingress.0.cidrBlock": "0.0.0.0/0" } },
    "RDP over IPv6": {
      set: { "ingress.0": { action: "allow", protocol: "tcp", fromPort: 3389, toPort: 3389, ipv6CidrBlock: "::/0" } },
    },
    "a range of ports": { set: { "ingress.0": { ...everything, protocol: "6", fromPort: 0, toPort: 65535 } } },
    "all protocols, as AWS's own does": { set: { "ingress.0": everything } },
    "an ACL that denies one of them only": { set: { ingress: [deny(22), everything] } },
    "a denial that comes too late": { set: { ingress: [everything, { ...deny(22), ruleNo: 300 }, deny(3389)] } },
    "a denial of UDP": { set: { ingress: [{ ...deny(22), protocol: "udp" }, deny(3389), everything] } },
    "a denial of some": { set: { ingress: [{ ...deny(22), cidrBlock: "192.0.2.0/24" }, deny(3389), everything] } },
    "a denial of IPv4": {
      set: { ingress: [deny(22), deny(3389), { ...everything, cidrBlock: undefined, ipv6CidrBlock: "::/0" }] },
    },
    "the default ACL": { of: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", set: { "ingress.0": everything } },
    "an entry of its own": { of: rule, set: { cidrBlock: "0.0.0.0/0" } },
    "an entry of its own in capitals": { of: rule, set: { cidrBlock: "0.0.0.0/0", ruleAction: "ALLOW" } },
    "an entry for all protocols": { of: rule, props: { ruleAction: "allow", protocol: "all", cidrBlock: "0.0.0.0/0" } },
  },
  good: {
    "an ACL without entries": { props: {} },
    "both denied before all is allowed": { set: { ingress: [deny(22), deny(3389), everything] } },
    "a denial": { set: { "ingress.0": deny(22) } },
    HTTPS: { set: { "ingress.0": { ...everything, protocol: "tcp", fromPort: 443, toPort: 443 } } },
    egress: { set: { egress: [everything] } },
    "an entry for egress": { of: rule, set: { egress: true, cidrBlock: "0.0.0.0/0" } },
    "an entry that denies": { of: rule, set: { ruleAction: "deny", cidrBlock: "0.0.0.0/0" } },
  },
  unknown: ["ingress", "ingress.0.cidrBlock", "ingress.0.action"],
});
