import { Group } from "@pulumi/aws/autoscaling";
import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { Core } from "./core";
import type { NodeGroupV2Args } from "./node-group-args";
import { checkKnownLater, checkNodeGroup } from "./node-group-checks";
import { type NodeSecurity, nodeLaunchTemplate } from "./node-launch-template";
import { coreOf } from "./references";
import { nodeSecurityGroup } from "./security-groups";
import { workerSubnets } from "./worker-subnets";

/** A node group whose Auto Scaling group the component makes itself. */
export interface NodeGroupData {
  autoScalingGroup: Group;
  extraNodeSecurityGroups: SecurityGroup[] | undefined;
  nodeSecurityGroup: SecurityGroup | undefined;
  nodeSecurityGroupId: pulumi.Output<string>;
}

/** `eks:index:NodeGroupV2`. */
export class NodeGroupV2 extends pulumi.ComponentResource {
  /** The outputs, under the names that the package's schema gives them. */
  readonly state: pulumi.Inputs;

  constructor(name: string, args: NodeGroupV2Args, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:NodeGroupV2", name, {}, opts);
    const made = nodeGroup(name, args, coreOf(args.cluster), this);
    this.state = { ...made, extraNodeSecurityGroups: made.extraNodeSecurityGroups ?? [] };
    this.registerOutputs(this.state);
  }
}

/** The children of a self-managed node group. */
export function nodeGroup(
  name: string,
  args: Omit<NodeGroupV2Args, "cluster">,
  core: Core,
  parent: pulumi.Resource,
): NodeGroupData {
  checkNodeGroup(args);
  checkKnownLater(args, core);
  const security = nodeSecurity(name, args, core, parent);
  const template = nodeLaunchTemplate(name, args, core, security, parent);
  const autoScalingGroup = new Group(
    name,
    {
      minSize: args.minSize ?? 1,
      maxSize: args.maxSize ?? 2,
      desiredCapacity: args.desiredCapacity ?? 2,
      launchTemplate: { name: template.name, version: template.latestVersion.apply(String) },
      vpcZoneIdentifiers: workerSubnets(args.nodeSubnetIds, core, parent),
      instanceRefresh: {
        strategy: "Rolling",
        preferences: { minHealthyPercentage: args.minRefreshPercentage ?? 50 },
      },
      tags: pulumi.all([core.cluster.name, args.autoScalingGroupTags]).apply(groupTags),
      defaultInstanceWarmup: args.defaultInstanceWarmup,
    },
    awsChild(parent, {
      // Nodes cannot join before the pod network is there and the config map lets them.
      dependsOn: core.apply(({ vpcCni, eksNodeAccess }) =>
        [vpcCni, eksNodeAccess].filter((made) => made !== undefined),
      ),
      ...(args.ignoreScalingChanges && { ignoreChanges: ["desiredCapacity"] }),
    }),
  );
  const { group, groupId } = security;
  const { extraNodeSecurityGroups } = args;
  return { autoScalingGroup, extraNodeSecurityGroups, nodeSecurityGroup: group, nodeSecurityGroupId: groupId };
}

/** The security group that was given, or one of its own. */
function nodeSecurity(
  name: string,
  args: Omit<NodeGroupV2Args, "cluster">,
  core: Core,
  parent: pulumi.Resource,
): NodeSecurity {
  const given = args.nodeSecurityGroup?.id ?? args.nodeSecurityGroupId;
  if (given) {
    const ruleId = pulumi.output(args.clusterIngressRule?.id ?? args.clusterIngressRuleId ?? "");
    return { group: args.nodeSecurityGroup, groupId: pulumi.output(given), ruleId };
  }
  const clusterSecurityGroupId = pulumi
    .output(core.clusterSecurityGroup)
    .apply((made) => made?.id ?? core.cluster.vpcConfig.clusterSecurityGroupId);
  const tags = core.apply(({ nodeSecurityGroupTags, tags: all }) => ({ ...nodeSecurityGroupTags, ...all }));
  const made = nodeSecurityGroup(
    name,
    { vpcId: core.vpcId, clusterSecurityGroupId, cluster: core.cluster, tags },
    parent,
  );
  const group = made.nodeSecurityGroup;
  return { group, groupId: group.id, ruleId: made.clusterIngressRule.id };
}

function groupTags([cluster, tags]: [string, Record<string, string> | undefined]) {
  return [
    ...Object.entries(tags ?? {}).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    { key: `kubernetes.io/cluster/${cluster}`, value: "owned", propagateAtLaunch: true },
    { key: "Name", value: `${cluster}-worker`, propagateAtLaunch: true },
  ];
}
