import { LaunchTemplate, type PlacementGroup } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { type OperatingSystem, operatingSystemOf } from "./ami";
import { awsChild } from "./children";
import type { Core } from "./core";
import { efaNetworkInterfaces } from "./efa";
import type { ManagedNodeGroupArgs } from "./managed-node-group";
import { newestImage } from "./newest-image";
import { base64, clusterMetadata, type NodeTaint, userData } from "./user-data";

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
      userData: ownUserData ? managedUserData(args, core, os) : undefined,
      metadataOptions:
        args.enableIMDSv2 === undefined
          ? undefined
          : {
              httpTokens: args.enableIMDSv2 ? "required" : "optional",
              httpPutResponseHopLimit: 2,
              httpEndpoint: "enabled",
            },
      imageId: ownUserData
        ? (args.amiId ?? newestImage(args, args.version || core.cluster.version, parent))
        : undefined,
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

function managedUserData(
  args: ManagedNodeGroupArgs,
  core: Core,
  os: pulumi.Output<OperatingSystem>,
): pulumi.Output<string> {
  const { labels, taints, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions } = args;
  const settings = { labels, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions };
  return pulumi
    .all([os, clusterMetadata(core, args.clusterName), settings, taints, args.userData])
    .apply(([system, cluster, known, list, own]) =>
      base64(own || userData(system, cluster, { ...known, taints: list?.map(kubernetesTaint), script: "managed" })),
    );
}

const taintEffects: Record<string, string> = {
  NO_SCHEDULE: "NoSchedule",
  NO_EXECUTE: "NoExecute",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

/** EKS and Kubernetes spell the effects differently. */
function kubernetesTaint(taint: NodeTaint): NodeTaint {
  const effect = taintEffects[taint.effect];
  if (effect !== undefined) return { ...taint, effect };
  const reason = `${taint.effect} is not one of ${Object.keys(taintEffects).join(", ")}`;
  throw new pulumi.InputPropertyError({ propertyPath: "taints", reason });
}
