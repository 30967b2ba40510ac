import type { ClusterArgs as AwsClusterArgs } from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterArgs } from "./cluster-args";
import { ServiceRole } from "./service-role";

/** Policies that the cluster's role needs more for Auto Mode. */
export const autoModeClusterPolicies = [
  "AmazonEKSComputePolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingPolicy",
];

/** The role of the nodes that Auto Mode starts, unless the cluster brings its own or has no Auto Mode. */
export function autoModeNodeRole(
  name: string,
  args: ClusterArgs,
  partition: pulumi.Output<string>,
  parent: pulumi.Resource,
): ServiceRole | undefined {
  if (!args.autoMode?.enabled || args.autoMode.createNodeRole === false) return undefined;
  const managedPolicies = ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"];
  return new ServiceRole(
    `${name}-nodeRole`,
    { service: "ec2.amazonaws.com", managedPolicies, partition, tags: args.tags },
    { parent },
  );
}

type ComputeArgs = Pick<AwsClusterArgs, "computeConfig" | "storageConfig" | "kubernetesNetworkConfig">;

/**
 * What a cluster says of compute, storage and networking.
 *
 * With Auto Mode the three are known or unknown together, because the provider checks that all or none are enabled and
 * takes unknown for disabled.
 */
export function computeArgs(args: ClusterArgs, nodeRole: ServiceRole | undefined): ComputeArgs {
  const network = networkConfig(args);
  if (!args.autoMode?.enabled) return { kubernetesNetworkConfig: network };
  const together = pulumi
    .all([args.autoMode.computeConfig, nodeRole?.directRole.arn, network])
    .apply(([config, nodeRoleArn, kubernetesNetworkConfig]) => ({
      computeConfig: { enabled: true, nodeRoleArn, nodePools: ["general-purpose", "system"], ...config },
      storageConfig: { blockStorage: { enabled: true } },
      kubernetesNetworkConfig,
    }));
  return {
    computeConfig: together.computeConfig,
    storageConfig: together.storageConfig,
    kubernetesNetworkConfig: together.kubernetesNetworkConfig,
  };
}

function networkConfig(args: ClusterArgs): AwsClusterArgs["kubernetesNetworkConfig"] {
  const autoMode = args.autoMode?.enabled;
  if (!args.kubernetesServiceIpAddressRange && !args.ipFamily && !autoMode) return undefined;
  return pulumi
    .all([args.kubernetesServiceIpAddressRange, args.ipFamily])
    .apply(([serviceIpv4Cidr, ipFamily = "ipv4"]) => ({
      serviceIpv4Cidr: ipFamily === "ipv4" ? serviceIpv4Cidr : undefined,
      ipFamily,
      elasticLoadBalancing: autoMode ? { enabled: true } : undefined,
    }));
}
