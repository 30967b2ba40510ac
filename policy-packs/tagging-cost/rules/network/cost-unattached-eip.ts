import { type StackResource, stackRule } from "../../../core/rule";
import { ifKnown } from "../../../core/unknown";

const holders = ["associateWithPrivateIp", "instance", "networkInterface"] as const;

/** Every address that is paid for is used. */
export const costUnattachedEip = stackRule({
  name: "cost-unattached-eip",
  title: "An Elastic IP address is used by something in its stack.",
  severity: "low",
  types: ["aws:ec2/eip:Eip"],
  controls: { "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"] },
  remediationSteps:
    "Set instance or networkInterface, associate the address with an aws.ec2.EipAssociation, or delete it.",
  docs: {
    why: "An address costs the same whether it is used or not, and one that nobody uses is one that nobody misses.",
    component: "Network makes addresses for its NAT gateways only.",
    good: [
      { type: "aws:ec2/eip:Eip", name: "nat", props: { domain: "vpc" } },
      { type: "aws:ec2/natGateway:NatGateway", name: "main", props: {}, dependsOn: { allocationId: ["nat"] } },
    ],
  },
  check(eip, report, { all }) {
    const isSaid = holders.some((key) => eip.propertyDependencies[key]?.length || ifKnown(() => eip.props[key]));
    if (!isSaid && !all.some((other) => isMadeFrom(other, eip.urn))) {
      report("nothing in the stack uses the address: associate it, or delete it");
    }
  },
});

const isMadeFrom = ({ propertyDependencies }: StackResource, urn: string): boolean =>
  Object.values(propertyDependencies).some((sources) => sources.some((source) => source.urn === urn));
