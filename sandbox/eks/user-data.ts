import * as pulumi from "@pulumi/pulumi";
import { stringify } from "yaml";
import type { OperatingSystem } from "./ami";
import { bottlerocketUserData } from "./bottlerocket";
import type { Core, ManagedNodeGroupArgs } from "./managed-node-group";

/** One part more for nodeadm, which merges all of them. */
export interface NodeadmOption {
  content: pulumi.Input<string>;
  contentType: pulumi.Input<string>;
}

/** How a node finds its cluster. */
export interface ClusterMetadata {
  name: string;
  apiServerEndpoint: string;
  /** Base64. */
  certificateAuthority: string;
  serviceCidr: string;
}

export interface NodeSettings {
  labels: Record<string, string> | undefined;
  taints: { key: string; value?: string | undefined; effect: string }[] | undefined;
  bottlerocketSettings: object | undefined;
  bootstrapExtraArgs: string | undefined;
  kubeletExtraArgs: string | undefined;
  nodeadmExtraOptions: pulumi.Unwrap<NodeadmOption>[] | undefined;
}

/** User data that starts a node of the operating system and lets it join, in base64. */
export function userData(
  args: ManagedNodeGroupArgs,
  core: Core,
  os: pulumi.Output<OperatingSystem>,
): pulumi.Output<string> {
  const { labels, taints, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions } = args;
  const settings = { labels, taints, bottlerocketSettings, bootstrapExtraArgs, kubeletExtraArgs, nodeadmExtraOptions };
  const cluster = {
    name: args.clusterName || core.cluster.name,
    apiServerEndpoint: core.cluster.endpoint,
    certificateAuthority: core.cluster.certificateAuthority.data,
    serviceCidr: core.cluster.kubernetesNetworkConfig.apply(
      ({ ipFamily, serviceIpv4Cidr, serviceIpv6Cidr }) =>
        (ipFamily === "ipv6" ? serviceIpv6Cidr : serviceIpv4Cidr) ?? "",
    ),
  };
  return pulumi
    .all([os, cluster, settings, args.userData])
    .apply(([system, metadata, known, override]) =>
      Buffer.from(
        override || render[system](metadata, { ...known, taints: known.taints?.map(kubernetesTaint) }),
      ).toString("base64"),
    );
}

const render: Record<OperatingSystem, (cluster: ClusterMetadata, settings: NodeSettings) => string> = {
  AL2: bootstrapScript,
  AL2023: nodeadmConfig,
  Bottlerocket: bottlerocketUserData,
};

const taintEffects: Record<string, string> = {
  NO_SCHEDULE: "NoSchedule",
  NO_EXECUTE: "NoExecute",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
};

function kubernetesTaint(taint: { key: string; value?: string | undefined; effect: string }) {
  const effect = taintEffects[taint.effect];
  if (effect !== undefined) return { ...taint, effect };
  const reason = `${taint.effect} is not one of ${Object.keys(taintEffects).join(", ")}`;
  throw new pulumi.InputPropertyError({ propertyPath: "taints", reason });
}

/** Refuses a setting that the operating system's user data has no place for. */
export function refuse(setting: unknown, name: string, os: OperatingSystem): void {
  if (setting) throw new Error(`${name} does not work with ${os}`);
}

function bootstrapScript(cluster: ClusterMetadata, settings: NodeSettings): string {
  refuse(settings.bottlerocketSettings, "bottlerocketSettings", "AL2");
  const flags = kubeletFlags(settings);
  const quoted = flags.length === 1 ? flags[0] : `'${flags.join(" ")}'`;
  const command = [
    "/etc/eks/bootstrap.sh",
    `--apiserver-endpoint "${cluster.apiServerEndpoint}"`,
    `--b64-cluster-ca "${cluster.certificateAuthority}"`,
    `"${cluster.name}"`,
    ...(settings.bootstrapExtraArgs ? [settings.bootstrapExtraArgs] : []),
    ...(flags.length > 0 ? [`--kubelet-extra-args ${quoted}`] : []),
  ].join(" ");
  const script = { contentType: 'text/x-shellscript; charset="us-ascii"', content: `#!/bin/bash\n\n${command}` };
  return `${mime("==MYBOUNDARY==", [script])}--==MYBOUNDARY==--`;
}

function nodeadmConfig(cluster: ClusterMetadata, settings: NodeSettings): string {
  refuse(settings.bottlerocketSettings, "bottlerocketSettings", "AL2023");
  refuse(settings.bootstrapExtraArgs, "bootstrapExtraArgs", "AL2023");
  const { name, apiServerEndpoint, certificateAuthority, serviceCidr } = cluster;
  const flags = kubeletFlags(settings);
  const parts = [
    nodeConfig({ cluster: { name, apiServerEndpoint, certificateAuthority, cidr: serviceCidr } }),
    ...(flags.length > 0 ? [nodeConfig({ kubelet: { flags } })] : []),
    ...(settings.nodeadmExtraOptions ?? []),
  ];
  return `${mime("BOUNDARY", parts)}--BOUNDARY--\n`;
}

function nodeConfig(spec: object) {
  const document = { apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec };
  return { contentType: "application/node.eks.aws", content: `---\n${stringify(document, { lineWidth: 0 })}` };
}

function mime(boundary: string, parts: { contentType: string; content: string }[]): string {
  const header = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${boundary}"\n\n`;
  const bodies = parts.map(({ contentType, content }) => `--${boundary}\nContent-Type: ${contentType}\n\n${content}\n`);
  return header + bodies.join("");
}

function kubeletFlags({ kubeletExtraArgs, labels, taints }: NodeSettings): string[] {
  const labelList = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  const taintList = (taints ?? []).map(({ key, value, effect }) => `${key}${value ? `=${value}` : ""}:${effect}`);
  return [
    ...(kubeletExtraArgs ? kubeletExtraArgs.split(" ") : []),
    ...(labelList.length > 0 ? [`--node-labels=${labelList.join(",")}`] : []),
    ...(taintList.length > 0 ? [`--register-with-taints=${taintList.join(",")}`] : []),
  ];
}
