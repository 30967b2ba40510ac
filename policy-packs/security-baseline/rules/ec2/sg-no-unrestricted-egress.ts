import { egressTypes, forEachEgress } from "../../../core/egress";
import { isOpenToInternet, portsOf } from "../../../core/ingress";
import { resourceRule } from "../../../core/rule";

/** Traffic leaves by the ports that are needed. */
export const sgNoUnrestrictedEgress = resourceRule({
  name: "sg-no-unrestricted-egress",
  title: "No security group lets everything out to the Internet.",
  severity: "low",
  types: egressTypes,
  controls: {},
  remediationSteps:
    "Name the port that is used, 443 for most, or the addresses, prefix lists or security groups that are called.",
  docs: {
    why: "Whoever breaks into a host fetches their tools and takes data away over any port that is open.",
    component: "Network's group for its endpoints, and the default group of its VPC, let nothing out.",
    good: {
      // Without egress the provider removes the rule that AWS makes: nothing leaves.
      "aws:ec2/securityGroup:SecurityGroup": {
        egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
      },
      "aws:ec2/securityGroupRule:SecurityGroupRule": {
        type: "egress",
        protocol: "-1",
        fromPort: 0,
        toPort: 0,
        cidrBlocks: ["10.0.0.0/8"],
      },
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "0.0.0.0/0",
      },
    },
  },
  check(resource, report) {
    forEachEgress(resource, (egress) => {
      if (!isOpenToInternet(egress)) return;
      const ports = portsOf(egress);
      // 1 is the first port that there is traffic on.
      if (ports && ports.from <= 1 && ports.to === 65535) {
        report("everything may leave for the Internet: set protocol and ports to what is used");
      }
    });
  },
});
