import type * as pulumi from "@pulumi/pulumi";
import { Scalar, stringify } from "yaml";
import type { OperatingSystem } from "./ami";
import { bottlerocketUserData } from "./bottlerocket";
import type { Core } from "./core";

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

export interface NodeTaint {
  key: string;
  value?: string | undefined;
  /** As Kubernetes writes it, e.g. NoSchedule. */
  effect: string;
}

/** What the user data of a node says beside where its cluster is. */
export interface NodeSettings {
  labels: Record<string, string> | undefined;
  taints: NodeTaint[] | undefined;
  bottlerocketSettings: object | undefined;
  bootstrapExtraArgs: string | undefined;
  kubeletExtraArgs: string | undefined;
  nodeadmExtraOptions: pulumi.Unwrap<NodeadmOption>[] | undefined;
  /** A script to run once the node has joined, and the node group's name; managed node groups have none. */
  script: { name: string; content: string } | "managed";
}

/** User data that starts a node of the operating system and lets it join. */
export function userData(os: OperatingSystem, cluster: ClusterMetadata, settings: NodeSettings): string {
  return render[os](cluster, settings);
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** What nodes need to know of the cluster they join. */
export function clusterMetadata(core: Core, name?: pulumi.Input<string>) {
  return {
    name: name || core.cluster.name,
    apiServerEndpoint: core.cluster.endpoint,
    certificateAuthority: core.cluster.certificateAuthority.data,
    serviceCidr: core.cluster.kubernetesNetworkConfig.apply(
      ({ ipFamily, serviceIpv4Cidr, serviceIpv6Cidr }) =>
        (ipFamily === "ipv6" ? serviceIpv6Cidr : serviceIpv4Cidr) ?? "",
    ),
  };
}

const render: Record<OperatingSystem, (cluster: ClusterMetadata, settings: NodeSettings) => string> = {
  AL2: bootstrapScript,
  AL2023: nodeadmConfig,
  Bottlerocket: bottlerocketUserData,
};

/** Refuses settings that the operating system's user data has no place for. */
export function refuseSettings(settings: NodeSettings, names: (keyof NodeSettings)[], os: OperatingSystem): void {
  const refused = names.filter((name) => settings[name]);
  if (refused.length > 0) throw new Error(`${os} nodes cannot have ${refused.join(", ")}`);
}

function bootstrapScript(cluster: ClusterMetadata, settings: NodeSettings): string {
  refuseSettings(settings, ["bottlerocketSettings"], "AL2");
  const flags = kubeletFlags(settings);
  const kubeletArgs = flags.length === 1 ? flags[0] : `'${flags.join(" ")}'`;
  const command = [
    "/etc/eks/bootstrap.sh",
    `--apiserver-endpoint "${cluster.apiServerEndpoint}"`,
    `--b64-cluster-ca "${cluster.certificateAuthority}"`,
    `"${cluster.name}"`,
    ...(settings.bootstrapExtraArgs ? [settings.bootstrapExtraArgs] : []),
    ...(flags.length > 0 ? [`--kubelet-extra-args ${kubeletArgs}`] : []),
  ].join(" ");
  const content = `#!/bin/bash\n\n${command}`;
  if (settings.script === "managed") {
    return `${mime("==MYBOUNDARY==", [{ contentType: shellScript, content }])}--==MYBOUNDARY==--`;
  }
  return `${content}\n${extraScript(settings.script)}\n`;
}

const shellScript = 'text/x-shellscript; charset="us-ascii"';

function extraScript({ name, content }: { name: string; content: string }): string {
  if (content === "") return "";
  const end = `${name}-user-data`;
  return `cat >/opt/user-data <<${end}\n${content}\n${end}\nchmod +x /opt/user-data\n/opt/user-data\n`;
}

function nodeadmConfig(cluster: ClusterMetadata, settings: NodeSettings): string {
  refuseSettings(settings, ["bottlerocketSettings", "bootstrapExtraArgs"], "AL2023");
  const { name, apiServerEndpoint, certificateAuthority, serviceCidr } = cluster;
  const flags = kubeletFlags(settings);
  const script = settings.script === "managed" ? "" : settings.script.content;
  const parts = [
    nodeConfig({ cluster: { name, apiServerEndpoint, certificateAuthority, cidr: serviceCidr } }),
    ...(flags.length > 0 ? [nodeConfig({ kubelet: { flags: flags.map(quoted) } })] : []),
    ...(settings.nodeadmExtraOptions ?? []),
    ...(script === "" ? [] : [{ contentType: shellScript, content: script }]),
  ];
  return `${mime("BOUNDARY", parts)}--BOUNDARY--\n`;
}

function nodeConfig(spec: object) {
  const document = { apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec };
  return { contentType: "application/node.eks.aws", content: `---\n${stringify(document, { lineWidth: 0 })}` };
}

/** In quotes, as the plugin writes what begins with a dash: user data that differs replaces nodes. */
function quoted(flag: string): Scalar<string> {
  const scalar = new Scalar(flag);
  scalar.type = Scalar.QUOTE_SINGLE;
  return scalar;
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
