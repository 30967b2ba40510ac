import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import * as pulumi from "@pulumi/pulumi";
import type { Tags } from "./cluster-args";
import { nodeSecurityGroup } from "./security-groups";

export interface NodeGroupSecurityGroupArgs {
  vpcId: pulumi.Input<string>;
  clusterSecurityGroup: pulumi.Input<SecurityGroup>;
  eksCluster: pulumi.Input<Cluster>;
  tags?: Tags;
}

/** `eks:index:NodeGroupSecurityGroup`: a security group for node groups of a cluster. */
export class NodeGroupSecurityGroup extends pulumi.ComponentResource {
  /** The outputs, under the names that the package's schema gives them. */
  readonly state: pulumi.Inputs;

  constructor(name: string, args: NodeGroupSecurityGroupArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:NodeGroupSecurityGroup", name, {}, opts);
    const { vpcId, clusterSecurityGroup, eksCluster, tags } = args;
    const clusterSecurityGroupId = pulumi.output(clusterSecurityGroup).id;
    const made = nodeSecurityGroup(name, { vpcId, clusterSecurityGroupId, cluster: eksCluster, tags }, this);
    this.state = { securityGroup: made.nodeSecurityGroup, securityGroupRule: made.clusterIngressRule };
    this.registerOutputs();
  }
}
