import { getSubnetsOutput, getVpcOutput } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { ClusterArgs } from "./cluster-args";

/** Where the cluster stands. */
export interface ClusterNetwork {
  vpcId: pulumi.Output<string>;
  subnetIds: pulumi.Output<string[]>;
}

/** The network that the arguments name, else the default VPC of the account. */
export function clusterNetwork(args: ClusterArgs, parent: pulumi.Resource): ClusterNetwork {
  const given = givenSubnets(args);
  if (args.vpcId) return { vpcId: pulumi.output(args.vpcId), subnetIds: given ?? pulumi.output([]) };
  const vpcId = getVpcOutput({ default: true }, awsChild(parent)).id;
  const all = getSubnetsOutput({ filters: [{ name: "vpc-id", values: [vpcId] }] }, awsChild(parent));
  return { vpcId, subnetIds: given ?? all.ids };
}

function givenSubnets(args: ClusterArgs): pulumi.Output<string[]> | undefined {
  if (args.subnetIds !== undefined) return pulumi.output(args.subnetIds);
  if (args.publicSubnetIds === undefined && args.privateSubnetIds === undefined) return undefined;
  return pulumi
    .all([args.publicSubnetIds ?? [], args.privateSubnetIds ?? []])
    .apply(([publicIds, privateIds]) => [...publicIds, ...privateIds]);
}
