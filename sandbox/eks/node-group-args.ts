import type { SecurityGroup, SecurityGroupRule } from "@pulumi/aws/ec2";
import type { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import type { Input } from "@pulumi/pulumi";

/** What the nodes of a cluster's default node group are like. */
export interface NodeGroupArgs {
  amiId?: Input<string> | undefined;
  clusterIngressRule?: SecurityGroupRule;
  desiredCapacity?: Input<number> | undefined;
  gpu?: Input<boolean> | undefined;
  instanceProfile?: InstanceProfile;
  instanceProfileName?: Input<string> | undefined;
  instanceType?: Input<string> | undefined;
  maxSize?: Input<number> | undefined;
  minSize?: Input<number> | undefined;
  nodeAssociatePublicIpAddress?: Input<boolean> | undefined;
  nodePublicKey?: Input<string> | undefined;
  nodeRootVolumeEncrypted?: Input<boolean> | undefined;
  nodeRootVolumeSize?: Input<number> | undefined;
  nodeSecurityGroup?: SecurityGroup;
  nodeSubnetIds?: Input<Input<string>[]> | undefined;
  nodeUserData?: Input<string> | undefined;
  version?: Input<string> | undefined;
}
