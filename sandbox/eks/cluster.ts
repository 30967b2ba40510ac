import type { SecurityGroup, SecurityGroupRule } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { checkAuthentication } from "./authentication";
import type { ClusterArgs } from "./cluster-args";
import { type ClusterCore, clusterCore } from "./core";
import { skipsDefaultNodeGroup } from "./instance-role";
import { type NodeGroupData, nodeGroup } from "./node-group";
import { issuerUrl } from "./oidc";
import { nodeSecurityGroup, skipsSecurityGroups } from "./security-groups";
import { checkClusterArgs } from "./validate";

/** `eks:index:Cluster`: an EKS cluster with the roles, security groups, access and add-ons it needs. */
export class Cluster extends pulumi.ComponentResource {
  /** The outputs, under the names that the package's schema gives them. */
  readonly state: pulumi.Inputs;

  constructor(name: string, given: ClusterArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:Cluster", name, {}, opts);
    checkClusterArgs(given, this);
    const args = checkAuthentication(given);
    const core = clusterCore(name, args, this);
    const nodes = defaultNodeSecurityGroup(name, args, core, this);
    if (nodes) {
      core.nodeGroupOptions.nodeSecurityGroup = nodes.nodeSecurityGroup;
      core.nodeGroupOptions.clusterIngressRule = nodes.clusterIngressRule;
    }
    const nodeGroupData = skipsDefaultNodeGroup(args)
      ? undefined
      : nodeGroup(name, core.nodeGroupOptions, pulumi.output(core), this);
    this.state = clusterState(core, nodes, nodeGroupData);
    this.registerOutputs(this.state);
  }
}

interface NodeSecurity {
  nodeSecurityGroup: SecurityGroup;
  clusterIngressRule: SecurityGroupRule;
}

function defaultNodeSecurityGroup(
  name: string,
  args: ClusterArgs,
  core: ClusterCore,
  parent: pulumi.Resource,
): NodeSecurity | undefined {
  if (skipsSecurityGroups(args) || !core.clusterSecurityGroup) return undefined;
  const tags = pulumi.all([args.tags, args.nodeSecurityGroupTags]).apply(([all, own]) => ({ ...own, ...all }));
  return nodeSecurityGroup(
    name,
    { vpcId: core.vpcId, clusterSecurityGroupId: core.clusterSecurityGroup.id, cluster: core.cluster, tags },
    parent,
  );
}

function clusterState(
  core: ClusterCore,
  nodes: NodeSecurity | undefined,
  defaultNodeGroup: NodeGroupData | undefined,
): pulumi.Inputs {
  const { cluster, clusterSecurityGroup, oidcProvider } = core;
  const issuer = issuerUrl(cluster);
  // EKS makes a security group of its own for every cluster.
  const ownSecurityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
  return {
    kubeconfig: core.kubeconfig,
    kubeconfigJson: pulumi.jsonStringify(core.kubeconfig),
    clusterSecurityGroup,
    instanceRoles: core.instanceRoles,
    nodeSecurityGroup: nodes?.nodeSecurityGroup,
    eksClusterIngressRule: nodes?.clusterIngressRule,
    eksCluster: cluster,
    // One value: what is secret or unknown in it makes all of it so.
    core: pulumi.output(core),
    clusterSecurityGroupId: clusterSecurityGroup?.id ?? ownSecurityGroupId,
    nodeSecurityGroupId: nodes?.nodeSecurityGroup.id ?? ownSecurityGroupId,
    clusterIngressRuleId: nodes?.clusterIngressRule.securityGroupRuleId ?? "",
    defaultNodeGroup: pulumi.output(defaultNodeGroup),
    defaultNodeGroupAsgName: defaultNodeGroup?.autoScalingGroup.name ?? "",
    fargateProfileId: "",
    fargateProfileStatus: "",
    oidcProviderArn: oidcProvider?.arn ?? "",
    oidcProviderUrl: issuer,
    oidcIssuer: issuer.apply((url) => url.replace("https://", "")),
    autoModeNodeRoleName: core.autoModeNodeRoleName,
  };
}
