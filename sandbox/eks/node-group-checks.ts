import * as pulumi from "@pulumi/pulumi";
import type { Core } from "./core";
import type { NodeGroupArgs } from "./node-group-args";

/** @throws InputPropertiesError with everything that contradicts itself. */
export function checkNodeGroup(args: NodeGroupArgs): void {
  const errors: pulumi.InputPropertyErrorDetails[] = [];
  const either = (first: keyof NodeGroupArgs, second: keyof NodeGroupArgs) => {
    if (args[first] && args[second]) errors.push({ propertyPath: first, reason: `give either ${first} or ${second}` });
  };
  either("clusterIngressRule", "clusterIngressRuleId");
  either("nodeSecurityGroup", "nodeSecurityGroupId");
  either("nodePublicKey", "keyName");
  either("amiId", "gpu");
  for (const name of ["nodeUserData", "labels", "taints", "kubeletExtraArgs", "bootstrapExtraArgs"] as const) {
    either("nodeUserDataOverride", name);
  }
  const group = args.nodeSecurityGroup || args.nodeSecurityGroupId;
  if (group && args.clusterIngressRule === undefined && args.clusterIngressRuleId === undefined) {
    const reason = "clusterIngressRule or clusterIngressRuleId is required with a node security group of your own";
    errors.push({ propertyPath: "clusterIngressRule", reason });
  }
  if (errors.length > 0) throw new pulumi.InputPropertiesError({ message: "the node group is not valid", errors });
}

/** Refuses volumes that AWS has not, and tags for a security group that is not the cluster's, as soon as it is known. */
export function checkKnownLater(args: NodeGroupArgs, core: Core): void {
  const { nodeRootVolumeIops, nodeRootVolumeThroughput, nodeRootVolumeType } = args;
  pulumi.all([nodeRootVolumeIops, nodeRootVolumeThroughput, nodeRootVolumeType]).apply(([iops, throughput, type]) => {
    refuse(iops && type !== "io1", "nodeRootVolumeIops", "only an io1 volume has provisioned IOPS");
    refuse(throughput && type !== "gp3", "nodeRootVolumeThroughput", "only a gp3 volume has provisioned throughput");
  });
  pulumi
    .all([core, args.nodeSecurityGroup?.id ?? args.nodeSecurityGroupId])
    .apply(([{ nodeGroupOptions, nodeSecurityGroupTags }, group]) => {
      const own = nodeGroupOptions.nodeSecurityGroup?.id;
      if (!own || !group || !nodeSecurityGroupTags) return;
      return pulumi.output(own).apply((id) => {
        refuse(
          id !== group,
          "nodeSecurityGroup",
          "give either nodeSecurityGroup or the cluster's nodeSecurityGroupTags",
        );
      });
    });
}

function refuse(wrong: unknown, propertyPath: string, reason: string): void {
  if (wrong) throw new pulumi.InputPropertyError({ propertyPath, reason });
}

/** Name of the instance profile: the node group's own, else the cluster's. */
export function instanceProfileName(args: NodeGroupArgs, core: Core): pulumi.Output<string> {
  return core.apply(({ nodeGroupOptions }) => {
    const profile = args.instanceProfile ?? nodeGroupOptions.instanceProfile;
    const name = args.instanceProfileName ?? nodeGroupOptions.instanceProfileName;
    refuse(profile && name, "instanceProfile", "give either instanceProfile or instanceProfileName");
    refuse(!profile && !name, "instanceProfile", "instanceProfile or instanceProfileName is required");
    return pulumi.output(profile?.name ?? name ?? "");
  });
}
