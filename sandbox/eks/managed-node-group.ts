import { type LaunchTemplate, PlacementGroup } from "@pulumi/aws/ec2";
import { type NodeGroupArgs as AwsNodeGroupArgs, NodeGroup } from "@pulumi/aws/eks";
import type { Role } from "@pulumi/aws/iam/role";
import * as pulumi from "@pulumi/pulumi";
import { amiTypeOf, type OperatingSystem } from "./ami";
import { supportsAccessEntries } from "./authentication";
import { awsChild } from "./children";
import type { ClusterCore, Core } from "./core";
import { efaSubnets } from "./efa";
import { launchTemplate, needsLaunchTemplate, setsUserData } from "./launch-template";
import { checkManagedNodeGroup } from "./managed-node-group-checks";
import { type ClusterReference, coreOf } from "./references";
import type { NodeadmOption } from "./user-data";

/** Inputs of `eks:index:ManagedNodeGroup`. */
export interface ManagedNodeGroupArgs
  extends Omit<AwsNodeGroupArgs, "clusterName" | "nodeRoleArn" | "subnetIds" | "scalingConfig"> {
  cluster: pulumi.Input<ClusterReference | pulumi.Unwrap<ClusterCore>>;
  amiId?: pulumi.Input<string>;
  bootstrapExtraArgs?: string;
  bottlerocketSettings?: pulumi.Input<object>;
  clusterName?: pulumi.Input<string>;
  enableEfaSupport?: boolean;
  enableIMDSv2?: boolean;
  gpu?: pulumi.Input<boolean>;
  ignoreScalingChanges?: boolean;
  kubeletExtraArgs?: string;
  nodeRole?: pulumi.Input<Role>;
  nodeRoleArn?: pulumi.Input<string>;
  nodeadmExtraOptions?: pulumi.Input<pulumi.Input<NodeadmOption>[]>;
  operatingSystem?: pulumi.Input<OperatingSystem>;
  placementGroupAvailabilityZone?: pulumi.Input<string>;
  scalingConfig?: pulumi.Input<Partial<pulumi.Unwrap<AwsNodeGroupArgs["scalingConfig"]>>>;
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  userData?: pulumi.Input<string>;
}

/** `eks:index:ManagedNodeGroup`: a node group that EKS runs, and a launch template where its own does not do. */
export class ManagedNodeGroup extends pulumi.ComponentResource {
  /** The outputs, under the names that the package's schema gives them. */
  readonly state: pulumi.Inputs;

  constructor(name: string, args: ManagedNodeGroupArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:ManagedNodeGroup", name, {}, opts);
    checkManagedNodeGroup(args);
    const core = coreOf(args.cluster);
    const nodeRoleArn = roleArnOf(args, core);
    const placement = args.enableEfaSupport
      ? new PlacementGroup(name, { strategy: "cluster", tags: args.tags }, awsChild(this))
      : undefined;
    const template = needsLaunchTemplate(args) ? launchTemplate(name, args, core, placement, this) : undefined;
    const nodeGroup = new NodeGroup(
      name,
      {
        ...awsNodeGroupArgs(args, core, template),
        nodeRoleArn,
        subnetIds: placement ? efaSubnets(subnetIds(args, core), args, this) : subnetIds(args, core),
      },
      awsChild(this, {
        // Nodes cannot join before the config map lets them.
        dependsOn: core.apply(({ eksNodeAccess }) => (eksNodeAccess ? [eksNodeAccess] : [])),
        ...(args.ignoreScalingChanges && { ignoreChanges: ["scalingConfig.desiredSize"] }),
      }),
    );
    this.state = { nodeGroup: pulumi.output(nodeGroup), placementGroupName: placement?.name ?? "" };
    this.registerOutputs(this.state);
  }
}

/** The role of the nodes, which a cluster that knows the config map only must already name. */
function roleArnOf(args: ManagedNodeGroupArgs, core: Core): pulumi.Output<string> {
  const roleArn: pulumi.Output<string> = args.nodeRoleArn
    ? pulumi.output(args.nodeRoleArn)
    : pulumi.output(args.nodeRole).apply((role) => role?.arn ?? pulumi.output(""));
  pulumi
    .all([core.cluster.accessConfig.authenticationMode, core.instanceRoles, roleArn])
    .apply(([mode, roles, arn]) => {
      if (supportsAccessEntries(mode)) return;
      const known = pulumi.all((roles ?? []).map((role) => role.arn));
      return known.apply((arns) => {
        if (arns.includes(arn)) return;
        const reason = "the role must be one of the cluster's instanceRoles, or the cluster must allow access entries";
        throw new pulumi.InputPropertyError({ propertyPath: "nodeRole", reason });
      });
    });
  return roleArn;
}

function subnetIds(args: ManagedNodeGroupArgs, core: Core): pulumi.Output<string[]> {
  if (args.subnetIds !== undefined) return pulumi.output(args.subnetIds);
  return core.apply((known) => known.subnetIds ?? known.privateSubnetIds ?? known.publicSubnetIds ?? []);
}

function awsNodeGroupArgs(
  args: ManagedNodeGroupArgs,
  core: Core,
  template: LaunchTemplate | undefined,
): Omit<AwsNodeGroupArgs, "nodeRoleArn" | "subnetIds"> {
  const { amiType, diskSize, releaseVersion, version, ...rest } = args;
  // An image in the launch template excludes whatever else would choose one.
  const image = setsUserData(args)
    ? {}
    : {
        amiType: amiType ?? amiTypeOfSystem(args),
        releaseVersion,
        version: version || (args.launchTemplate ? undefined : core.cluster.version),
      };
  return {
    ...rest,
    ...image,
    ...(template ? {} : { diskSize }),
    clusterName: args.clusterName || core.cluster.name,
    scalingConfig: pulumi.output(args.scalingConfig).apply((given) => ({
      desiredSize: given?.desiredSize ?? 2,
      minSize: given?.minSize ?? 1,
      maxSize: given?.maxSize ?? 2,
    })),
    launchTemplate: template ? { id: template.id, version: template.latestVersion.apply(String) } : args.launchTemplate,
  };
}

function amiTypeOfSystem(args: ManagedNodeGroupArgs): pulumi.Output<string> | undefined {
  if (args.operatingSystem === undefined) return undefined;
  return pulumi
    .all([args.operatingSystem, args.gpu, args.instanceTypes])
    .apply(([os, gpu, instanceTypes]) => amiTypeOf(os, gpu ?? false, instanceTypes ?? []));
}
