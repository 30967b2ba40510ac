import { SecurityGroup, SecurityGroupRule } from "@pulumi/aws/ec2";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { ClusterArgs, Tags } from "./cluster-args";

const everywhere = ["0.0.0.0/0"];
const allTraffic = { fromPort: 0, toPort: 0, protocol: "-1" };
const https = { fromPort: 443, toPort: 443, protocol: "tcp" };

/** Whether the component makes no security groups of its own: EKS's own one is then all there is. */
export function skipsSecurityGroups(args: ClusterArgs): boolean {
  return Boolean(args.skipDefaultSecurityGroups ?? args.autoMode?.enabled);
}

/** The security group of the cluster's API endpoint: the one given, or one of its own, or none. */
export function clusterSecurityGroup(
  name: string,
  args: ClusterArgs,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): SecurityGroup | undefined {
  if (args.clusterSecurityGroup) return args.clusterSecurityGroup;
  if (skipsSecurityGroups(args)) return undefined;
  const tags = pulumi
    .all([args.tags, args.clusterSecurityGroupTags])
    .apply(([all, own]) => ({ Name: `${name}-eksClusterSecurityGroup`, ...own, ...all }));
  const group = new SecurityGroup(
    `${name}-eksClusterSecurityGroup`,
    { vpcId, revokeRulesOnDelete: true, tags },
    awsChild(parent),
  );
  new SecurityGroupRule(
    `${name}-eksClusterInternetEgressRule`,
    { ...internetEgress, securityGroupId: group.id },
    awsChild(parent),
  );
  return group;
}

const internetEgress = { ...allTraffic, description: "Allow internet access.", type: "egress", cidrBlocks: everywhere };

export interface NodeSecurityGroupArgs {
  vpcId: pulumi.Input<string>;
  clusterSecurityGroupId: pulumi.Input<string>;
  cluster: pulumi.Input<Cluster>;
  tags: Tags | undefined;
}

/** A security group for nodes that may talk to each other, to the cluster and to the internet. */
export function nodeSecurityGroup(
  name: string,
  args: NodeSecurityGroupArgs,
  parent: pulumi.Resource,
): { nodeSecurityGroup: SecurityGroup; clusterIngressRule: SecurityGroupRule } {
  const clusterName = pulumi.output(args.cluster).name;
  const tags = pulumi.all([args.tags, clusterName]).apply(([given, cluster]) => ({
    Name: `${name}-nodeSecurityGroup`,
    [`kubernetes.io/cluster/${cluster}`]: "owned",
    ...given,
  }));
  const group = new SecurityGroup(
    `${name}-nodeSecurityGroup`,
    { vpcId: args.vpcId, revokeRulesOnDelete: true, tags },
    awsChild(parent),
  );
  const ofNodes = { securityGroupId: group.id };
  const fromCluster = { ...ofNodes, sourceSecurityGroupId: args.clusterSecurityGroupId, type: "ingress" };
  const rule = (suffix: string, rest: ConstructorParameters<typeof SecurityGroupRule>[1]) =>
    new SecurityGroupRule(`${name}-${suffix}`, rest, awsChild(parent));

  rule("eksNodeIngressRule", {
    ...ofNodes,
    ...allTraffic,
    description: "Allow nodes to communicate with each other",
    type: "ingress",
    self: true,
  });
  rule("eksNodeClusterIngressRule", {
    ...fromCluster,
    description: "Allow worker Kubelets and pods to receive communication from the cluster control plane",
    fromPort: 1025,
    toPort: 65535,
    protocol: "tcp",
  });
  rule("eksExtApiServerClusterIngressRule", {
    ...fromCluster,
    ...https,
    description:
      "Allow pods running extension API servers on port 443 to receive communication from cluster control plane",
  });
  rule("eksNodeInternetEgressRule", { ...ofNodes, ...internetEgress });
  const clusterIngressRule = rule("eksClusterIngressRule", {
    ...https,
    description: "Allow pods to communicate with the cluster API Server",
    type: "ingress",
    securityGroupId: args.clusterSecurityGroupId,
    sourceSecurityGroupId: group.id,
  });
  return { nodeSecurityGroup: group, clusterIngressRule };
}
