import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import { mergeTags } from "../core/tags";
import { amiTypeOf, dataDeviceOf } from "./ami";
import type { ClusterContext } from "./context";
import type { NodeGroupPlan } from "./node-groups-schema";

interface NodeGroupsPlan {
  clusterName: pulumi.Output<string>;
  version: string;
  nodeRoleArn: pulumi.Output<string>;
  subnetIds: pulumi.Output<string[]>;
  groups: Record<string, NodeGroupPlan>;
}

/** Nodes are made after `dependsOn`, so they find a network when they start, and drained and deleted before it. */
export function createNodeGroups(
  context: ClusterContext,
  plan: NodeGroupsPlan,
  dependsOn: pulumi.Resource[],
): aws.eks.NodeGroup[] {
  return Object.entries(plan.groups).map(([key, group]) => {
    const name = `${context.name}-${key}`;
    const launchTemplate = createLaunchTemplate(context, name, group);
    const args: aws.eks.NodeGroupArgs = {
      clusterName: plan.clusterName,
      // The nodes follow the control plane, one rolling update after it.
      version: plan.version,
      nodeRoleArn: plan.nodeRoleArn,
      subnetIds: plan.subnetIds,
      amiType: amiTypeOf(group.amiFamily, group.instanceTypes),
      capacityType: group.capacityType,
      instanceTypes: group.instanceTypes,
      scalingConfig: { minSize: group.minSize, maxSize: group.maxSize, desiredSize: group.desiredSize },
      updateConfig: { maxUnavailablePercentage: group.maxUnavailablePercentage },
      labels: group.labels,
      taints: group.taints,
      launchTemplate: { id: launchTemplate.id, version: pulumi.interpolate`${launchTemplate.latestVersion}` },
      tags: context.tags,
    };
    return new aws.eks.NodeGroup(name, withOverride(args, context.override.nodeGroup), { ...context.child, dependsOn });
  });
}

/** What EKS does not set for nodes by itself; it adds image, user data and the cluster's security group. */
function createLaunchTemplate(context: ClusterContext, name: string, group: NodeGroupPlan): aws.ec2.LaunchTemplate {
  const { child, tags, override } = context;
  const named = mergeTags(tags, { Name: name });
  const args: aws.ec2.LaunchTemplateArgs = {
    // One hop is the node itself: pods that are not on its network cannot take the node's role from the metadata
    // service, and use Pod Identity instead.
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: dataDeviceOf(group.amiFamily),
        // With the account's EBS key: a key of the customer's would have to let the Auto Scaling role use it.
        ebs: { volumeType: "gp3", volumeSize: group.diskSizeGiB, encrypted: "true", deleteOnTermination: "true" },
      },
    ],
    // The provider's default tags do not reach what Auto Scaling makes.
    tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: named })),
    tags: named,
  };
  return new aws.ec2.LaunchTemplate(name, withOverride(args, override.launchTemplate), child);
}
