import * as aws from "@pulumi/aws";
import { withOverride } from "../core/override";
import type { NetworkContext } from "./context";
import type { PlannedSubnet } from "./subnet-plan";
import { NetworkTier } from "./types";

/** A subnet with its place in the plan. */
export interface NetworkSubnet extends PlannedSubnet {
  resource: aws.ec2.Subnet;
}

/**
 * By these tags EKS and the AWS Load Balancer Controller find subnets for load balancers. The tag with a cluster's
 * name is no longer asked for.
 * Sources: docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html and
 * kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery
 */
const discoveryTags: Record<NetworkTier, Record<string, string>> = {
  [NetworkTier.Public]: { "kubernetes.io/role/elb": "1" },
  [NetworkTier.Private]: { "kubernetes.io/role/internal-elb": "1" },
  [NetworkTier.Intra]: {},
};

export function createSubnets(context: NetworkContext, plan: PlannedSubnet[]): NetworkSubnet[] {
  const { name, vpc, child, tags, override } = context;
  return plan.map((planned) => {
    const { tier, zone, cidr } = planned;
    const key = `${name}-${tier}-${zone}`;
    const args = {
      vpcId: vpc.id,
      availabilityZone: zone,
      cidrBlock: cidr,
      // In no tier: what needs a public address, such as a load balancer, asks for it.
      mapPublicIpOnLaunch: false,
      tags: tags(key, discoveryTags[tier]),
    };
    return {
      ...planned,
      resource: new aws.ec2.Subnet(key, withOverride<aws.ec2.SubnetArgs>(args, override.subnet), child),
    };
  });
}

/** Where the subnets of `tier` are, by zone. */
export function subnetsOf(subnets: NetworkSubnet[], tier: NetworkTier): Map<string, aws.ec2.Subnet> {
  return new Map(subnets.filter((subnet) => subnet.tier === tier).map(({ zone, resource }) => [zone, resource]));
}
