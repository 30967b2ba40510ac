import { InstanceProfile, type Role, RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { ClusterArgs } from "./cluster-args";
import { ServiceRole } from "./service-role";

/** The roles of the nodes, and the instance profile of the default node group. */
export interface InstanceRoles {
  roles: pulumi.Output<Role[]>;
  /** The one role that the nodes of the default node group have. */
  defaultRole?: pulumi.Output<Role>;
  profile?: InstanceProfile;
}

/** The roles that were given, or one of its own unless the cluster gets no default node group. */
export function instanceRoles(
  name: string,
  args: ClusterArgs,
  partition: pulumi.Output<string>,
  parent: pulumi.Resource,
): InstanceRoles {
  if (args.instanceRoles) return { roles: pulumi.output(args.instanceRoles) };
  if (args.instanceRole) {
    const role = pulumi.output(args.instanceRole);
    const given = { roles: pulumi.output([args.instanceRole]), defaultRole: role };
    return skipsDefaultNodeGroup(args) ? given : { ...given, profile: instanceProfile(name, args, role, parent) };
  }
  // Auto Mode alone does not count here: without `skipDefaultNodeGroup` such a cluster gets a role nobody uses.
  if (!(args.createInstanceRole ?? !args.skipDefaultNodeGroup)) return { roles: pulumi.output([]) };

  const managedPolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];
  const role = new ServiceRole(
    `${name}-instanceRole`,
    { service: "ec2.amazonaws.com", managedPolicies, partition, tags: args.tags },
    { parent },
  ).resolvedRole;
  if (args.customInstanceRolePolicy) {
    new RolePolicy(`${name}-EKSWorkerCustomPolicy`, { role, policy: args.customInstanceRolePolicy }, awsChild(parent));
  }
  return { roles: pulumi.output([role]), defaultRole: role, profile: instanceProfile(name, args, role, parent) };
}

/** Auto Mode and whoever says so get no default node group. */
export function skipsDefaultNodeGroup(args: ClusterArgs): boolean {
  return Boolean(args.skipDefaultNodeGroup || args.autoMode?.enabled);
}

function instanceProfile(
  name: string,
  args: ClusterArgs,
  role: pulumi.Output<Role>,
  parent: pulumi.Resource,
): InstanceProfile {
  const existing = args.instanceProfileName ?? args.nodeGroupOptions?.instanceProfileName;
  const logicalName = `${name}-instanceProfile`;
  if (existing) return InstanceProfile.get(logicalName, existing, undefined, awsChild(parent));
  return new InstanceProfile(logicalName, { role }, awsChild(parent));
}
