import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** Subnets give no public address to what starts in them, unless they are tagged as public. */
export const subnetNoAutoPublicIp = resourceRule({
  name: "subnet-no-auto-public-ip",
  title: "A subnet gives instances no public IPv4 address by default, unless it is tagged as public.",
  severity: "medium",
  types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  controls: { soc2: ["CC6.6"], "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"] },
  remediationSteps:
    "Set mapPublicIpOnLaunch to false and give addresses one by one; a subnet for public load balancers carries the tag kubernetes.io/role/elb or tier: public.",
  docs: {
    why: "An instance that was never meant to be reachable from the Internet is, if its subnet gives it a public address.",
    component: "Network never gives public addresses by default.",
    good: {
      "aws:ec2/subnet:Subnet": { mapPublicIpOnLaunch: false },
      "aws:ec2/defaultSubnet:DefaultSubnet": { mapPublicIpOnLaunch: false },
    },
  },
  check({ type, props: subnet }, report) {
    // AWS's default is false for a subnet, but true for the ones that it makes in a default VPC.
    const automatic = subnet.mapPublicIpOnLaunch ?? type === "aws:ec2/defaultSubnet:DefaultSubnet";
    if (!automatic || isSet(subnet.tags, "kubernetes.io/role/elb") || subnet.tags?.tier === "public") return;
    report("instances get public addresses: set mapPublicIpOnLaunch to false");
  },
});
