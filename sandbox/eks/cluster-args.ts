import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import type { Role } from "@pulumi/aws/iam/role";
import type * as awsInput from "@pulumi/aws/types/input";
import type { Input } from "@pulumi/pulumi";
import type { KubeconfigOptions } from "./kubeconfig";
import type { NodeGroupArgs } from "./node-group-args";
import type { StorageClassArgs } from "./storage-class";
import type { VpcCniOptions } from "./vpc-cni-environment";

export type Tags = Input<Record<string, Input<string>>>;

/** Who may talk to the Kubernetes API: access entries, the aws-auth config map (the default), or both. */
export type AuthenticationMode = "API" | "CONFIG_MAP" | "API_AND_CONFIG_MAP";

export interface AccessPolicyAssociationArgs {
  policyArn: Input<string>;
  accessScope: Input<awsInput.eks.AccessPolicyAssociationAccessScope>;
}

export interface AccessEntryArgs {
  principalArn: Input<string>;
  username?: Input<string>;
  kubernetesGroups?: Input<Input<string>[]>;
  accessPolicies?: Record<string, Input<AccessPolicyAssociationArgs>>;
  tags?: Tags;
  type?: Input<string>;
}

export interface RoleMapping {
  roleArn: Input<string>;
  username: Input<string>;
  groups: Input<Input<string>[]>;
}

export interface UserMapping {
  userArn: Input<string>;
  username: Input<string>;
  groups: Input<Input<string>[]>;
}

export interface ManagedAddonOptions {
  enabled?: boolean;
  version?: Input<string>;
  resolveConflictsOnCreate?: Input<string>;
  resolveConflictsOnUpdate?: Input<string>;
  configurationValues?: Input<object>;
}

/**
 * Inputs of `eks:index:Cluster`. A field that is no `Input` decides what exists; where a program gives an unknown value
 * for it, it counts as set, as in the plugin.
 */
export interface ClusterArgs extends DefaultNodeGroupArgs {
  accessEntries?: Record<string, AccessEntryArgs>;
  authenticationMode?: AuthenticationMode;
  autoMode?: { enabled?: boolean; createNodeRole?: boolean; computeConfig?: Input<awsInput.eks.ClusterComputeConfig> };
  bootstrapSelfManagedAddons?: Input<boolean>;
  clusterSecurityGroup?: SecurityGroup;
  clusterSecurityGroupTags?: Tags;
  clusterTags?: Tags;
  corednsAddonOptions?: ManagedAddonOptions;
  createInstanceRole?: boolean;
  createOidcProvider?: Input<boolean>;
  creationRoleProvider?: { role: Role; provider?: unknown };
  customInstanceRolePolicy?: Input<string>;
  deletionProtection?: Input<boolean>;
  enableConfigMapMutable?: Input<boolean>;
  enabledClusterLogTypes?: Input<Input<string>[]>;
  encryptionConfigKeyArn?: Input<string>;
  endpointPrivateAccess?: Input<boolean>;
  endpointPublicAccess?: Input<boolean>;
  fargate?: Input<unknown>;
  instanceRole?: Input<Role>;
  instanceRoles?: Input<Input<Role>[]>;
  ipFamily?: Input<string>;
  kubeProxyAddonOptions?: ManagedAddonOptions;
  kubernetesServiceIpAddressRange?: Input<string>;
  name?: Input<string>;
  nodeGroupOptions?: NodeGroupArgs;
  nodeSecurityGroupTags?: Tags;
  privateSubnetIds?: Input<Input<string>[]>;
  providerCredentialOpts?: Input<KubeconfigOptions>;
  publicAccessCidrs?: Input<Input<string>[]>;
  publicSubnetIds?: Input<Input<string>[]>;
  roleMappings?: Input<Input<RoleMapping>[]>;
  serviceRole?: Input<Role>;
  skipDefaultNodeGroup?: boolean;
  skipDefaultSecurityGroups?: boolean;
  storageClasses?: string | Record<string, StorageClassArgs>;
  subnetIds?: Input<Input<string>[]>;
  tags?: Tags;
  upgradePolicy?: Input<awsInput.eks.ClusterUpgradePolicy>;
  useDefaultVpcCni?: boolean;
  userMappings?: Input<Input<UserMapping>[]>;
  version?: Input<string>;
  vpcCniOptions?: VpcCniOptions;
  vpcId?: Input<string>;
}

/** Settings of the default node group that stand directly among the cluster's. */
interface DefaultNodeGroupArgs {
  desiredCapacity?: Input<number>;
  gpu?: Input<boolean>;
  instanceProfileName?: Input<string>;
  instanceType?: Input<string>;
  maxSize?: Input<number>;
  minSize?: Input<number>;
  nodeAmiId?: Input<string>;
  nodeAssociatePublicIpAddress?: Input<boolean>;
  nodePublicKey?: Input<string>;
  nodeRootVolumeEncrypted?: Input<boolean>;
  nodeRootVolumeSize?: Input<number>;
  nodeSubnetIds?: Input<Input<string>[]>;
  nodeUserData?: Input<string>;
}
