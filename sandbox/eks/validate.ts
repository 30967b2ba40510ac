import { type Resource, ResourceError } from "@pulumi/pulumi";
import { supportsAccessEntries } from "./authentication";
import type { ClusterArgs } from "./cluster-args";
import { NotSimulatedError } from "./errors";

/** Arguments that `nodeGroupOptions` stands for, so both together contradict each other. */
const singleNodeGroupArgs = [
  "nodeSubnetIds",
  "nodeAssociatePublicIpAddress",
  "instanceType",
  "instanceProfileName",
  "nodePublicKey",
  "nodeRootVolumeSize",
  "nodeUserData",
  "minSize",
  "maxSize",
  "desiredCapacity",
  "nodeAmiId",
  "gpu",
] as const satisfies (keyof ClusterArgs)[];

/** Refuses what the plugin refuses, and what the sandbox cannot simulate, before anything but the component exists. */
export function checkClusterArgs(args: ClusterArgs, cluster: Resource): void {
  if (args.fargate) throw new NotSimulatedError("fargate");
  if (args.creationRoleProvider?.provider) {
    throw new Error(
      "creationRoleProvider.provider works in Node.js programs of @pulumi/eks 2 only: use providerCredentialOpts",
    );
  }
  if (args.instanceRole && args.instanceRoles) throw new Error("give either instanceRole or instanceRoles");
  if (args.subnetIds && (args.publicSubnetIds || args.privateSubnetIds)) {
    throw new Error("give either subnetIds, or publicSubnetIds and privateSubnetIds");
  }
  const doubled = args.nodeGroupOptions ? singleNodeGroupArgs.filter((name) => args[name]) : [];
  if (doubled.length > 0) throw new Error(`give either nodeGroupOptions or ${doubled.join(", ")}`);
  if (args.autoMode?.enabled && !supportsAccessEntries(args.authenticationMode)) {
    throw new ResourceError("EKS Auto Mode needs authenticationMode API or API_AND_CONFIG_MAP", cluster);
  }
}
