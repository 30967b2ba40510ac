import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { Cluster } from "@pulumi/aws/eks";
import type { Role } from "@pulumi/aws/iam/role";
import * as pulumi from "@pulumi/pulumi";
import { autoModeClusterPolicies, autoModeNodeRole, computeArgs } from "./auto-mode";
import { awsChild } from "./children";
import type { ClusterArgs } from "./cluster-args";
import type { ClusterNetwork } from "./network";
import { ServiceRole } from "./service-role";

export interface ControlPlane {
  cluster: Cluster;
  role: pulumi.Output<Role>;
  /** Empty without Auto Mode, or where its nodes have a role of the caller's. */
  autoModeNodeRoleName: pulumi.Output<string>;
}

/** The cluster itself and the roles it needs. */
export function controlPlane(
  name: string,
  args: ClusterArgs,
  network: ClusterNetwork,
  securityGroup: SecurityGroup | undefined,
  partition: pulumi.Output<string>,
  parent: pulumi.Resource,
): ControlPlane {
  const { role, ready } = args.serviceRole
    ? { role: pulumi.output(args.serviceRole), ready: [] }
    : clusterRole(name, args, partition, parent);
  const nodeRole = autoModeNodeRole(name, args, partition, parent);
  const cluster: Cluster = new Cluster(
    `${name}-eksCluster`,
    {
      name: args.name,
      roleArn: role.arn,
      ...computeArgs(args, nodeRole),
      bootstrapSelfManagedAddons: args.autoMode?.enabled ? false : (args.bootstrapSelfManagedAddons ?? true),
      vpcConfig: {
        securityGroupIds: securityGroup && [securityGroup.id],
        subnetIds: network.subnetIds,
        endpointPrivateAccess: args.endpointPrivateAccess,
        endpointPublicAccess: args.endpointPublicAccess,
        publicAccessCidrs: args.publicAccessCidrs && publicAccessCidrs(args, parent),
      },
      version: args.version,
      enabledClusterLogTypes: args.enabledClusterLogTypes,
      tags: pulumi
        .all([args.tags, args.clusterTags])
        .apply(([all, own]) => ({ Name: `${name}-eksCluster`, ...own, ...all })),
      encryptionConfig: args.encryptionConfigKeyArn ? encryptionConfig(args.encryptionConfigKeyArn) : undefined,
      accessConfig: args.authenticationMode && {
        authenticationMode: args.authenticationMode,
        bootstrapClusterCreatorAdminPermissions: true,
      },
      upgradePolicy: args.upgradePolicy,
      deletionProtection: args.deletionProtection,
    },
    awsChild(parent, {
      // Both count at creation only.
      ignoreChanges: ["accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons"],
      dependsOn: nodeRole ? [...ready, nodeRole.resolvedRole] : ready,
    }),
  );
  return { cluster, role, autoModeNodeRoleName: nodeRole?.directRole.name ?? pulumi.output("") };
}

function clusterRole(
  name: string,
  args: ClusterArgs,
  partition: pulumi.Output<string>,
  parent: pulumi.Resource,
): { role: pulumi.Output<Role>; ready: pulumi.Output<Role>[] } {
  const { directRole, resolvedRole } = new ServiceRole(
    `${name}-eksRole`,
    {
      service: "eks.amazonaws.com",
      description: "Allows EKS to manage clusters on your behalf.",
      managedPolicies: ["AmazonEKSClusterPolicy", ...(args.autoMode?.enabled ? autoModeClusterPolicies : [])],
      partition,
      assumeRoleActions: ["sts:AssumeRole", "sts:TagSession"],
      tags: args.tags,
    },
    { parent },
  );
  return { role: pulumi.output(directRole), ready: [resolvedRole] };
}

function encryptionConfig(key: pulumi.Input<string>) {
  return pulumi.output(key).apply((keyArn) => ({ provider: { keyArn }, resources: ["secrets"] }));
}

function publicAccessCidrs(args: ClusterArgs, parent: pulumi.Resource): pulumi.Output<string[]> {
  return pulumi
    .all([args.publicAccessCidrs ?? [], args.endpointPublicAccess ?? true])
    .apply(([cidrs, publicAccess]) => {
      if (!publicAccess) throw new pulumi.ResourceError("publicAccessCidrs needs endpointPublicAccess", parent);
      return cidrs;
    });
}
