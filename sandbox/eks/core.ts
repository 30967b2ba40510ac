import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import type { AccessEntry, Cluster as AwsCluster } from "@pulumi/aws/eks";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import type { OpenIdConnectProvider, Role } from "@pulumi/aws/iam";
import type * as awsOutput from "@pulumi/aws/types/output";
import type { ConfigMap } from "@pulumi/kubernetes/core/v1";
import { Provider } from "@pulumi/kubernetes/provider";
import type { StorageClass } from "@pulumi/kubernetes/storage/v1";
import * as pulumi from "@pulumi/pulumi";
import { accessEntries } from "./access-entries";
import { managedAddons } from "./addons";
import { supportsAccessEntries, supportsConfigMap } from "./authentication";
import { awsAuth } from "./aws-auth";
import { awsChild, kubernetesChild } from "./children";
import type { AccessEntryArgs, ClusterArgs, Tags } from "./cluster-args";
import { controlPlane } from "./control-plane";
import { type InstanceRoles, instanceRoles } from "./instance-role";
import { type Kubeconfig, type KubeconfigOptions, kubeconfigOf } from "./kubeconfig";
import { clusterNetwork } from "./network";
import type { NodeGroupArgs } from "./node-group-args";
import { oidcProvider } from "./oidc";
import { clusterSecurityGroup } from "./security-groups";
import { storageClasses } from "./storage-class";
import { VpcCniAddon } from "./vpc-cni-addon";

/** The output `core` of a cluster: what node groups and add-ons need to know of it. */
export interface ClusterCore {
  cluster: AwsCluster;
  vpcId: pulumi.Output<string>;
  subnetIds: pulumi.Output<string[]>;
  publicSubnetIds: pulumi.Output<string[]> | undefined;
  privateSubnetIds: pulumi.Output<string[]> | undefined;
  endpoint: pulumi.Output<string>;
  clusterSecurityGroup: SecurityGroup | undefined;
  clusterIamRole: pulumi.Output<Role>;
  instanceRoles: pulumi.Output<Role[]>;
  nodeGroupOptions: NodeGroupArgs;
  kubeconfig: pulumi.Output<Kubeconfig>;
  provider: Provider;
  vpcCni: VpcCniAddon | undefined;
  eksNodeAccess: ConfigMap | undefined;
  accessEntries: pulumi.Output<pulumi.Unwrap<AccessEntryArgs>[]>;
  storageClasses: pulumi.Output<Record<string, StorageClass>>;
  oidcProvider: OpenIdConnectProvider | undefined;
  encryptionConfig: pulumi.Output<awsOutput.eks.ClusterEncryptionConfig> | undefined;
  tags: Tags | undefined;
  nodeSecurityGroupTags: Tags | undefined;
  autoModeNodeRoleName: pulumi.Output<string>;
}

/** The core as it comes back from the engine, known or not. */
export type Core = pulumi.Output<pulumi.Unwrap<ClusterCore>>;

/** Everything of a cluster but its node security group and its default node group. */
export function clusterCore(name: string, args: ClusterArgs, parent: pulumi.ComponentResource): ClusterCore {
  const partition = getPartitionOutput({}, awsChild(parent)).partition;
  const network = clusterNetwork(args, parent);
  const securityGroup = clusterSecurityGroup(name, args, network.vpcId, parent);
  const { cluster, role, autoModeNodeRoleName } = controlPlane(name, args, network, securityGroup, partition, parent);
  managedAddons(name, args, cluster, parent);

  const credentials = kubeconfigCredentials(args);
  const kubeconfig = pulumi.jsonStringify(kubeconfigOf(cluster, credentials, true));
  const { enableConfigMapMutable } = args;
  const provider = new Provider(`${name}-eks-k8s`, { kubeconfig, enableConfigMapMutable }, kubernetesChild(parent));

  const roles = instanceRoles(name, args, partition, parent);
  const access = clusterAccess(name, args, cluster, roles, provider, parent);
  const classes = storageClasses(name, args.storageClasses, provider, parent, access.resources);
  const vpcCni = vpcCniAddon(name, args, cluster, provider, access.resources, parent);
  return {
    ...network,
    cluster,
    publicSubnetIds: args.publicSubnetIds && pulumi.output(args.publicSubnetIds),
    privateSubnetIds: args.privateSubnetIds && pulumi.output(args.privateSubnetIds),
    endpoint: cluster.endpoint,
    clusterSecurityGroup: securityGroup,
    clusterIamRole: role,
    instanceRoles: roles.roles,
    nodeGroupOptions: { ...nodeGroupOptions(args), ...(roles.profile && { instanceProfile: roles.profile }) },
    // Without the profile: whoever uses it has one of their own.
    kubeconfig: kubeconfigOf(cluster, credentials, false),
    provider,
    vpcCni,
    eksNodeAccess: access.configMap,
    accessEntries: pulumi.output(access.entries),
    storageClasses: pulumi.output(classes),
    oidcProvider: args.createOidcProvider ? oidcProvider(name, cluster, parent) : undefined,
    encryptionConfig: args.encryptionConfigKeyArn
      ? pulumi.output({ provider: { keyArn: args.encryptionConfigKeyArn }, resources: ["secrets"] })
      : undefined,
    tags: args.tags,
    nodeSecurityGroupTags: args.nodeSecurityGroupTags,
    autoModeNodeRoleName,
  };
}

function kubeconfigCredentials(args: ClusterArgs): pulumi.Input<KubeconfigOptions> | undefined {
  if (args.creationRoleProvider) return { roleArn: args.creationRoleProvider.role.arn };
  const profileName = new pulumi.Config("aws").get("profile");
  return args.providerCredentialOpts ?? (profileName ? { profileName } : undefined);
}

interface ClusterAccess {
  configMap: ConfigMap | undefined;
  entries: AccessEntryArgs[];
  /** What must be there before anything talks to the cluster. */
  resources: pulumi.Resource[];
}

function clusterAccess(
  name: string,
  args: ClusterArgs,
  cluster: AwsCluster,
  { roles, defaultRole }: InstanceRoles,
  provider: Provider,
  parent: pulumi.Resource,
): ClusterAccess {
  const mode = args.authenticationMode;
  const configMap = supportsConfigMap(mode) ? awsAuth(name, args, roles, provider, parent) : undefined;
  const nodes = defaultRole && { defaultNodeGroupInstanceRole: { principalArn: defaultRole.arn, type: "EC2_LINUX" } };
  // Two calls, because an entry of the caller's with the same key is a second resource, and an error.
  const wanted = supportsAccessEntries(mode) ? [nodes ?? {}, args.accessEntries ?? {}] : [];
  const made: AccessEntry[] = wanted.flatMap((entries) => accessEntries(name, cluster, entries, parent));
  return {
    configMap,
    entries: wanted.flatMap((entries): AccessEntryArgs[] => Object.values(entries)),
    resources: configMap ? [...made, configMap] : made,
  };
}

function vpcCniAddon(
  name: string,
  args: ClusterArgs,
  cluster: AwsCluster,
  kubernetes: Provider,
  dependsOn: pulumi.Resource[],
  parent: pulumi.Resource,
): VpcCniAddon | undefined {
  const skipped = args.useDefaultVpcCni ?? args.autoMode?.enabled;
  if (skipped) return undefined;
  return new VpcCniAddon(
    `${name}-vpc-cni`,
    { ...args.vpcCniOptions, clusterName: cluster.name, clusterVersion: cluster.version, tags: args.tags },
    { parent, dependsOn, providers: { kubernetes } },
  );
}

/** The default node group as `nodeGroupOptions` has it, or as the cluster's own arguments have it. */
function nodeGroupOptions(args: ClusterArgs): NodeGroupArgs {
  return (
    args.nodeGroupOptions ?? {
      nodeSubnetIds: args.nodeSubnetIds,
      nodeAssociatePublicIpAddress: args.nodeAssociatePublicIpAddress,
      instanceType: args.instanceType,
      nodePublicKey: args.nodePublicKey,
      nodeRootVolumeEncrypted: args.nodeRootVolumeEncrypted,
      nodeRootVolumeSize: args.nodeRootVolumeSize,
      nodeUserData: args.nodeUserData,
      minSize: args.minSize,
      maxSize: args.maxSize,
      desiredCapacity: args.desiredCapacity,
      amiId: args.nodeAmiId,
      gpu: args.gpu,
      version: args.version,
    }
  );
}
