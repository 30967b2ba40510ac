import type * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import type { Override } from "../core/override";

/** Who runs the nodes of a cluster. */
export enum ClusterCompute {
  /** EKS Auto Mode: AWS chooses, patches and scales the nodes, and runs networking, DNS and block storage itself. */
  AutoMode = "auto-mode",
  /** Managed node groups of the sizes given in `nodeGroups`, with the add-ons they need. */
  ManagedNodeGroups = "managed-node-groups",
}

/** What an access entry may do, as one of the access policies of EKS. */
export enum ClusterAccessPolicy {
  /** Read most objects, but no secrets (AmazonEKSViewPolicy). */
  View = "view",
  /** Create and change most objects, secrets too (AmazonEKSEditPolicy). */
  Edit = "edit",
  /** Edit, and roles and role bindings within namespaces (AmazonEKSAdminPolicy). */
  Admin = "admin",
  /** Everything in the whole cluster (AmazonEKSClusterAdminPolicy). */
  ClusterAdmin = "cluster-admin",
}

/** How the instances of a node group are bought. */
export enum ClusterNodeCapacityType {
  OnDemand = "ON_DEMAND",
  /** Cheaper, and taken away at two minutes' notice. */
  Spot = "SPOT",
}

/** Operating system of the nodes. The architecture follows from the instance types. */
export enum ClusterNodeAmiFamily {
  AmazonLinux2023 = "al2023",
  Bottlerocket = "bottlerocket",
}

/** What a taint does to pods that do not tolerate it. */
export enum ClusterNodeTaintEffect {
  NoSchedule = "NO_SCHEDULE",
  PreferNoSchedule = "PREFER_NO_SCHEDULE",
  NoExecute = "NO_EXECUTE",
}

/** Keeps pods off a node group unless they tolerate it. */
export interface ClusterNodeTaint {
  /** Key of the taint, 1 to 63 characters. */
  key: string;
  /** Value of the taint, at most 63 characters. Default: none. */
  value?: string;
  /** What happens to pods that do not tolerate the taint. */
  effect: ClusterNodeTaintEffect;
}

/** Nodes of one kind, in one Auto Scaling group that EKS manages. */
export interface ClusterNodeGroup {
  /** Instance types, all of one architecture, 1 to 20, e.g. m7g.large. With Spot, several make interruptions rarer. */
  instanceTypes: string[];
  /** Fewest nodes, 0 or more. */
  minSize: number;
  /** Most nodes, 1 or more, and at least `minSize`. */
  maxSize: number;
  /** Nodes to start with, from `minSize` to `maxSize`. Default: `minSize`. */
  desiredSize?: number;
  /** How the instances are bought. Default: on demand. */
  capacityType?: ClusterNodeCapacityType;
  /** Operating system of the nodes. Default: Amazon Linux 2023. */
  amiFamily?: ClusterNodeAmiFamily;
  /** Size of the encrypted volume for images, logs and empty directories, 20 to 16384 GiB. Default: 50. */
  diskSizeGiB?: number;
  /** Kubernetes labels of the nodes. Default: none but those EKS sets. */
  labels?: Record<string, string>;
  /** Taints of the nodes, at most 50. Default: none. */
  taints?: ClusterNodeTaint[];
  /** Share of the nodes that an update replaces at the same time, 1 to 100 percent. Default: 33. */
  maxUnavailablePercentage?: number;
}

/** An EKS add-on of the cluster. */
export interface ClusterAddon {
  /** Whether the add-on is installed. Default: true. */
  enabled?: boolean;
  /**
   * Version as EKS names it, e.g. v1.22.4-eksbuild.3.
   *
   * Default: the version pinned for the cluster's Kubernetes version, for the
   * add-ons that have one. Any other needs it.
   */
  version?: string;
  /** Settings of the add-on as JSON text, as `aws eks describe-addon-configuration` describes them. Default: none. */
  configurationValues?: string;
}

/** Lets one IAM principal use the Kubernetes API. */
export interface ClusterAccessEntry {
  /**
   * ARN of the IAM role or user. For a session of a role, the ARN of the role.
   *
   * EKS takes one entry per principal, and wants the principal to exist.
   */
  principalArn: string;
  /** What the principal may do. Default: only what is bound to its Kubernetes groups. */
  accessPolicy?: ClusterAccessPolicy;
  /** Namespaces to which `accessPolicy` is limited; `*` may end a name. Default: the whole cluster. */
  namespaces?: string[];
  /** Kubernetes groups of the principal, for role bindings of your own. Default: none. */
  kubernetesGroups?: string[];
}

export interface ClusterArgs {
  /** ID of the VPC. */
  vpcId: pulumi.Input<string>;
  /** IDs of at least two subnets in different zones, for the network interfaces of the control plane. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * IDs of the subnets in which nodes run, with a way to container registries.
   *
   * Auto Mode runs nodes in the cluster's own subnets: there these subnets
   * take the place of `subnetIds`. Default: the same as `subnetIds`.
   */
  nodeSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * ARN of the KMS key that encrypts Kubernetes secrets and control-plane logs.
   *
   * Its policy must let CloudWatch Logs use it. A cluster keeps its key for
   * life: another key replaces the cluster.
   */
  encryptionKeyArn: pulumi.Input<string>;
  /**
   * Who may use the Kubernetes API, by a key of your own.
   *
   * There is no other way in, not even for whoever creates the cluster: at
   * least one entry must be cluster-admin of the whole cluster, and the role
   * that deploys into it needs an entry too. A principal keeps its key: under
   * another one, EKS refuses the new entry while the old one is there.
   */
  accessEntries: Record<string, ClusterAccessEntry>;
  /** Kubernetes version, 1.34 or newer. Default: 1.36. */
  version?: string;
  /** Who runs the nodes. Default: EKS Auto Mode. */
  compute?: ClusterCompute;
  /** Node groups by a key of your own; at least one with managed node groups, none with Auto Mode. Default: none. */
  nodeGroups?: Record<string, ClusterNodeGroup>;
  /**
   * EKS add-ons by name, over and above those the compute needs, or to change one of those.
   *
   * Managed node groups get vpc-cni, kube-proxy, coredns,
   * eks-pod-identity-agent and aws-ebs-csi-driver. Default: nothing changed, nothing added.
   */
  addons?: Record<string, ClusterAddon>;
  /**
   * IPv4 ranges that reach the Kubernetes API over the internet, 1 to 40, never all of it.
   *
   * Default: the API has no public endpoint and is reached from the VPC only.
   */
  publicAccessCidrs?: string[];
  /** Days to keep control-plane logs, one of the periods CloudWatch Logs offers. Default: 90. */
  logRetentionInDays?: number;
  /** Whether EKS refuses to delete the cluster. Default: true. */
  deletionProtection?: boolean;
  /** Tags of every resource made, over the provider's default tags. Default: none of its own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

export interface ClusterOptions extends pulumi.ComponentResourceOptions {
  /** Last-resort changes to child resources. TypeScript only; other languages use `transforms`. */
  override?: ClusterOverride;
}

/** Of children that there are several of, the change is made to each. */
export interface ClusterOverride {
  cluster?: Override<eks.ClusterArgs>;
  logGroup?: Override<aws.cloudwatch.LogGroupArgs>;
  accessEntry?: Override<aws.eks.AccessEntryArgs>;
  addon?: Override<aws.eks.AddonArgs>;
  nodeGroup?: Override<aws.eks.NodeGroupArgs>;
  launchTemplate?: Override<aws.ec2.LaunchTemplateArgs>;
}
