import type { SecurityGroup, SecurityGroupRule } from "@pulumi/aws/ec2";
import type { InstanceProfile } from "@pulumi/aws/iam/instanceProfile";
import type { ec2 } from "@pulumi/aws/types/input";
import type { Input, Unwrap } from "@pulumi/pulumi";
import type { OperatingSystem } from "./ami";
import type { Tags } from "./cluster-args";
import type { ClusterCore } from "./core";
import type { ClusterReference } from "./references";
import type { NodeadmOption } from "./user-data";

/** What self-managed nodes are like: those of the cluster's default node group, or of one more. */
export interface NodeGroupArgs {
  amiId?: Input<string> | undefined;
  amiType?: Input<string>;
  autoScalingGroupTags?: Tags;
  bootstrapExtraArgs?: Input<string>;
  bottlerocketSettings?: Input<object>;
  clusterIngressRule?: SecurityGroupRule;
  clusterIngressRuleId?: Input<string>;
  desiredCapacity?: Input<number> | undefined;
  enableDetailedMonitoring?: Input<boolean>;
  extraNodeSecurityGroups?: SecurityGroup[];
  gpu?: Input<boolean> | undefined;
  instanceProfile?: InstanceProfile;
  instanceProfileName?: Input<string>;
  instanceType?: Input<string> | undefined;
  keyName?: Input<string>;
  kubeletExtraArgs?: Input<string>;
  labels?: Input<Record<string, Input<string>>>;
  maxSize?: Input<number> | undefined;
  minSize?: Input<number> | undefined;
  nodeAssociatePublicIpAddress?: Input<boolean> | undefined;
  nodePublicKey?: Input<string> | undefined;
  nodeRootVolumeDeleteOnTermination?: Input<boolean>;
  nodeRootVolumeEncrypted?: Input<boolean> | undefined;
  nodeRootVolumeIops?: Input<number>;
  nodeRootVolumeSize?: Input<number> | undefined;
  nodeRootVolumeThroughput?: Input<number>;
  nodeRootVolumeType?: Input<string>;
  nodeSecurityGroup?: SecurityGroup;
  nodeSecurityGroupId?: Input<string>;
  nodeSubnetIds?: Input<Input<string>[]> | undefined;
  nodeUserData?: Input<string> | undefined;
  nodeUserDataOverride?: Input<string>;
  nodeadmExtraOptions?: Input<Input<NodeadmOption>[]>;
  operatingSystem?: Input<OperatingSystem>;
  spotPrice?: Input<string>;
  taints?: Input<Record<string, Input<{ value?: Input<string>; effect: Input<string> }>>>;
  version?: Input<string> | undefined;
}

/** Inputs of `eks:index:NodeGroupV2`. */
export interface NodeGroupV2Args extends NodeGroupArgs {
  cluster: Input<ClusterReference | Unwrap<ClusterCore>>;
  defaultInstanceWarmup?: Input<number>;
  ignoreScalingChanges?: boolean;
  launchTemplateTagSpecifications?: Input<Input<ec2.LaunchTemplateTagSpecification>[]>;
  metadataOptions?: Input<ec2.LaunchTemplateMetadataOptions>;
  minRefreshPercentage?: Input<number>;
}
