import { LaunchTemplate, type PlacementGroup } from "@pulumi/aws/ec2";
import { getParameterOutput } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { amiTypeOf, imageParameter, operatingSystemOf } from "./ami";
import { awsChild } from "./children";
import { efaNetworkInterfaces } from "./efa";
import type { Core, ManagedNodeGroupArgs } from "./managed-node-group";
import { userData } from "./user-data";

/** Arguments that EKS's own user data cannot carry. */
export const customUserDataArgs = [
  "bootstrapExtraArgs",
  "kubeletExtraArgs",
  "bottlerocketSettings",
  "nodeadmExtraOptions",
] as const satisfies (keyof ManagedNodeGroupArgs)[];

/** Arguments that need a launch template instead of the one EKS makes. */
export const launchTemplateArgs = [
  ...customUserDataArgs,
  "enableIMDSv2",
  "userData",
  "amiId",
  "enableEfaSupport",
] as const satisfies (keyof ManagedNodeGroupArgs)[];

export function needsLaunchTemplate(args: ManagedNodeGroupArgs): boolean {
  return launchTemplateArgs.some((key) => args[key] !== undefined);
}

/** Whether the launch template brings user data, and so an image too: EKS merges its own only into images of its own. */
export function setsUserData(args: ManagedNodeGroupArgs): boolean {
  return Boolean(customUserDataArgs.some((key) => args[key] !== undefined) || args.userData || args.amiId);
}

/** The launch template of a managed node group. */
export function launchTemplate(
  name: string,
  args: ManagedNodeGroupArgs,
  core: Core,
  placement: PlacementGroup | undefined,
  parent: pulumi.Resource,
): LaunchTemplate {
  const os = pulumi.all([args.amiType, args.operatingSystem]).apply(([type, asked]) => operatingSystemOf(type, asked));
  const ownUserData = setsUserData(args);
  return new LaunchTemplate(
    `${name}-launchTemplate`,
    {
      blockDeviceMappings: args.diskSize
        ? [{ deviceName: os.apply(dataDevice), ebs: { volumeSize: args.diskSize } }]
        : undefined,
      userData: ownUserData ? userData(args, core, os) : undefined,
      metadataOptions:
        args.enableIMDSv2 === undefined
          ? undefined
          : {
              httpTokens: args.enableIMDSv2 ? "required" : "optional",
              httpPutResponseHopLimit: 2,
              httpEndpoint: "enabled",
            },
      imageId: ownUserData ? (args.amiId ?? newestImage(args, core, os, parent)) : undefined,
      placement: placement && { groupName: placement.name },
      networkInterfaces: args.enableEfaSupport ? efaNetworkInterfaces(args, core, parent) : undefined,
    },
    awsChild(parent),
  );
}

/** The volume for images, logs and empty directories. */
function dataDevice(os: string): string {
  return os === "Bottlerocket" ? "/dev/xvdb" : "/dev/xvda";
}

function newestImage(
  args: ManagedNodeGroupArgs,
  core: Core,
  os: ReturnType<typeof operatingSystemOf> | pulumi.Output<ReturnType<typeof operatingSystemOf>>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const name = pulumi
    .all([os, args.amiType, args.gpu, args.instanceTypes, args.version || core.cluster.version])
    .apply(([system, amiType, gpu, instanceTypes, version]) =>
      imageParameter(amiType || amiTypeOf(system, gpu ?? false, instanceTypes ?? []), version ?? ""),
    );
  return getParameterOutput({ name }, awsChild(parent)).value;
}
