import { getAmi, KeyPair, LaunchTemplate, type LaunchTemplateArgs, type SecurityGroup } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { type OperatingSystem, operatingSystemOf } from "./ami";
import { awsChild } from "./children";
import type { Core } from "./core";
import { newestImage } from "./newest-image";
import type { NodeGroupV2Args } from "./node-group-args";
import { instanceProfileName } from "./node-group-checks";
import { base64, clusterMetadata, userData } from "./user-data";

type Args = Omit<NodeGroupV2Args, "cluster">;

/** How nodes and cluster reach each other. */
export interface NodeSecurity {
  group: SecurityGroup | undefined;
  groupId: pulumi.Output<string>;
  /** The rule that lets nodes reach the cluster's API: they cannot join before it is there. */
  ruleId: pulumi.Output<string>;
}

/** The launch template of a self-managed node group. */
export function nodeLaunchTemplate(
  name: string,
  args: Args,
  core: Core,
  { groupId, ruleId }: NodeSecurity,
  parent: pulumi.Resource,
): LaunchTemplate {
  const { enableDetailedMonitoring, spotPrice } = args;
  const os = pulumi.all([args.amiType, args.operatingSystem]).apply(([type, asked]) => operatingSystemOf(type, asked));
  const choice = { ...args, instanceTypes: args.instanceType ? [args.instanceType] : undefined };
  const imageId = args.amiId || newestImage(choice, args.version || core.cluster.version, parent);
  const extraGroups = (args.extraNodeSecurityGroups ?? []).map(({ id }) => id);
  return new LaunchTemplate(
    `${name}-launchTemplate`,
    {
      imageId,
      instanceType: args.instanceType || "t3.medium",
      iamInstanceProfile: { name: instanceProfileName(args, core) },
      keyName: args.nodePublicKey ? keyPair(name, args.nodePublicKey, parent).keyName : args.keyName,
      instanceMarketOptions: spotPrice ? { marketType: "spot", spotOptions: { maxPrice: spotPrice } } : undefined,
      blockDeviceMappings: rootVolume(args, os, imageId, parent),
      networkInterfaces: [
        {
          associatePublicIpAddress: pulumi
            .output(args.nodeAssociatePublicIpAddress)
            .apply((yes) => String(yes ?? true)),
          securityGroups: pulumi.all([groupId, extraGroups, ruleId]).apply(([group, extra]) => [group, ...extra]),
        },
      ],
      metadataOptions: args.metadataOptions,
      userData: nodeUserData(name, args, core, os),
      tagSpecifications: args.launchTemplateTagSpecifications,
      monitoring: enableDetailedMonitoring === undefined ? undefined : { enabled: enableDetailedMonitoring },
    },
    awsChild(parent),
  );
}

function keyPair(name: string, publicKey: pulumi.Input<string>, parent: pulumi.Resource): KeyPair {
  return new KeyPair(`${name}-keyPair`, { publicKey }, awsChild(parent));
}

function nodeUserData(name: string, args: Args, core: Core, os: pulumi.Output<OperatingSystem>): pulumi.Output<string> {
  const { labels, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions } = args;
  const settings = { labels, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions };
  return pulumi
    .all([os, clusterMetadata(core), settings, args.taints, args.nodeUserData, args.nodeUserDataOverride])
    .apply(([system, cluster, known, taintsByKey, content = "", override]) => {
      const taints = taintsByKey && Object.entries(taintsByKey).map(([key, taint]) => ({ key, ...taint }));
      return base64(override || userData(system, cluster, { ...known, taints, script: { name, content } }));
    });
}

/** The volume for data. Where nothing is said of it, the image's own settings count, but for AL2, which had defaults. */
function rootVolume(
  args: Args,
  os: pulumi.Output<OperatingSystem>,
  imageId: pulumi.Input<string>,
  parent: pulumi.Resource,
): LaunchTemplateArgs["blockDeviceMappings"] {
  const ami = pulumi.output(imageId).apply((id) => {
    const filters = [{ name: "image-id", values: [id] }];
    return getAmi({ owners: ["self", "amazon"], includeDeprecated: true, filters }, awsChild(parent));
  });
  const flag = (value: pulumi.Input<boolean> | undefined, preset?: boolean) =>
    value === undefined && preset === undefined
      ? undefined
      : pulumi.output(value).apply((known) => String(known ?? preset ?? false));
  const ebs = {
    encrypted: flag(args.nodeRootVolumeEncrypted),
    volumeSize: args.nodeRootVolumeSize,
    volumeType: args.nodeRootVolumeType,
    iops: args.nodeRootVolumeIops,
    throughput: args.nodeRootVolumeThroughput,
    deleteOnTermination: flag(args.nodeRootVolumeDeleteOnTermination),
  };
  const al2 = {
    ...ebs,
    encrypted: flag(args.nodeRootVolumeEncrypted, false),
    volumeSize: args.nodeRootVolumeSize ?? 20,
    volumeType: args.nodeRootVolumeType ?? "gp2",
    deleteOnTermination: flag(args.nodeRootVolumeDeleteOnTermination, true),
  };
  const deviceName = pulumi.all([os, ami]).apply(([system, { blockDeviceMappings, rootDeviceName }]) => {
    const data = blockDeviceMappings.find((mapping) => mapping.deviceName !== rootDeviceName)?.deviceName;
    return system === "Bottlerocket" ? (data ?? rootDeviceName) : (blockDeviceMappings[0]?.deviceName ?? "");
  });
  const asked = Object.values(ebs).some((value) => value !== undefined);
  return os.apply((system) => {
    if (system === "AL2") return [{ deviceName, ebs: al2 }];
    return asked ? [{ deviceName, ebs }] : [];
  });
}
