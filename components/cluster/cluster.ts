import * as pulumi from "@pulumi/pulumi";
import { once } from "../core/once";
import { createAccess, partitionOf } from "./access";
import { createAddons, planAddons } from "./addons";
import { createControlPlane } from "./control-plane";
import { createLogGroup } from "./logs";
import { createNodeGroups } from "./node-groups";
import { createNodeRole } from "./roles";
import { clusterSchema } from "./schema";
import { type ClusterArgs, ClusterCompute, type ClusterOptions } from "./types";

/**
 * An EKS cluster that is private, encrypted and logged, with its nodes and add-ons.
 *
 * Its Kubernetes API has no public endpoint unless `publicAccessCidrs` opens
 * one, is used by access entries only, and logs everything to a log group of
 * its own. The name of the component, 1 to 32 characters, is the name of the
 * cluster in EKS. Needs the providers `aws` and `eks` where default providers
 * are disabled.
 */
export class Cluster extends pulumi.ComponentResource {
  /** Name of the cluster in EKS. */
  readonly clusterName: pulumi.Output<string>;
  /** ARN of the cluster. */
  readonly clusterArn: pulumi.Output<string>;
  /** URL of the Kubernetes API, known once the access entries, nodes and add-ons are there. */
  readonly endpoint: pulumi.Output<string>;
  /** Certificate of the Kubernetes API's authority, base64. */
  readonly certificateAuthority: pulumi.Output<string>;
  /** ID of the security group that EKS gives to the control plane and to nodes. */
  readonly clusterSecurityGroupId: pulumi.Output<string>;
  /** URL of the cluster's OpenID Connect issuer. */
  readonly oidcIssuer: pulumi.Output<string>;
  /** ARN of the IAM role of the nodes. */
  readonly nodeRoleArn: pulumi.Output<string>;
  /** Name of the log group of the control plane. */
  readonly logGroupName: pulumi.Output<string>;

  /** @throws ArgsError naming every argument that is out of range. */
  constructor(name: string, args: ClusterArgs, opts: ClusterOptions = {}) {
    const { accessEntries, encryptionKeyArn, tags, compute, version, ...plan } = clusterSchema.parse(name, args);
    const { override = {}, ...resourceOpts } = opts;
    super("foundation:index:Cluster", name, args, resourceOpts);
    const context = { name, partition: partitionOf(accessEntries), child: { parent: this }, tags, override };
    const nodeSubnetIds = pulumi
      .all([plan.nodeSubnetIds, plan.subnetIds])
      .apply(([nodes, cluster]) => nodes ?? cluster);
    const subnetIds = compute === ClusterCompute.AutoMode ? nodeSubnetIds : plan.subnetIds;

    const retentionInDays = plan.logRetentionInDays;
    const logGroup = createLogGroup(context, { retentionInDays, encryptionKeyArn });
    const nodeRole = createNodeRole(context, compute);
    const { eksCluster } = createControlPlane(
      context,
      { ...plan, compute, version, encryptionKeyArn, subnetIds, nodeRoleArn: nodeRole.arn },
      [logGroup, ...nodeRole.attachments],
    );

    // Made in this order and deleted in the opposite one: whoever deploys has access to the last, and nodes have a
    // network from the first pod to the last.
    const clusterName = eksCluster.name;
    const access = createAccess(context, { clusterName, entries: accessEntries });
    const addons = planAddons(compute, version, plan.addons);
    const early = addons.filter((addon) => addon.beforeNodes);
    const late = addons.filter((addon) => !addon.beforeNodes);
    const network = createAddons(context, { clusterName, addons: early }, access);
    const nodes = createNodeGroups(
      context,
      { clusterName, version, nodeRoleArn: nodeRole.arn, subnetIds: nodeSubnetIds, groups: plan.nodeGroups },
      [...access, ...network, ...nodeRole.attachments],
    );
    const rest = createAddons(context, { clusterName, addons: late }, [...access, ...nodes]);

    this.clusterName = clusterName;
    this.clusterArn = eksCluster.arn;
    this.endpoint = once([...access, ...network, ...nodes, ...rest], eksCluster.endpoint);
    this.certificateAuthority = eksCluster.certificateAuthority.data;
    this.clusterSecurityGroupId = eksCluster.vpcConfig.clusterSecurityGroupId;
    this.oidcIssuer = eksCluster.identities.apply((identities) => identities[0]?.oidcs[0]?.issuer ?? "");
    this.nodeRoleArn = nodeRole.arn;
    this.logGroupName = logGroup.name;
    this.registerOutputs({
      clusterName,
      clusterArn: this.clusterArn,
      endpoint: this.endpoint,
      certificateAuthority: this.certificateAuthority,
      clusterSecurityGroupId: this.clusterSecurityGroupId,
      oidcIssuer: this.oidcIssuer,
      nodeRoleArn: this.nodeRoleArn,
      logGroupName: this.logGroupName,
    });
  }
}
