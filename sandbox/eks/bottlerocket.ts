import { BlockList, isIPv6 } from "node:net";
import { type ClusterMetadata, type NodeSettings, refuseSettings } from "./user-data";

type Toml = string | number | boolean | Toml[] | { [key: string]: Toml };

/** The settings of a Bottlerocket node, as TOML: what the caller gives goes before what the cluster says. */
export function bottlerocketUserData(cluster: ClusterMetadata, settings: NodeSettings): string {
  refuseSettings(settings, ["bootstrapExtraArgs", "kubeletExtraArgs"], "Bottlerocket");
  if (settings.script !== "managed" && settings.script.content !== "") {
    throw new Error("Bottlerocket nodes cannot run scripts");
  }
  const given = table(settings.bottlerocketSettings);
  const givenSettings = table(given.settings);
  const taints = settings.taints?.map(({ key, value, effect }) => [key, `${value ?? ""}:${effect}`]);
  const kubernetes = {
    "cluster-name": cluster.name,
    "api-server": cluster.apiServerEndpoint,
    "cluster-certificate": cluster.certificateAuthority,
    "cluster-dns-ip": clusterDnsIp(cluster.serviceCidr),
    ...(settings.labels && { "node-labels": settings.labels }),
    ...(taints && { "node-taints": Object.fromEntries(taints) }),
    ...table(givenSettings.kubernetes),
  };
  return tomlTable({ ...given, settings: { ...givenSettings, kubernetes } }, []);
}

/** EKS gives the cluster's DNS the tenth address of the services' range. */
export function clusterDnsIp(serviceCidr: string): string {
  const [network = "", prefix = ""] = serviceCidr.split("/");
  const version = isIPv6(network) ? "ipv6" : "ipv4";
  // Only to refuse what is no range at all, with the reason.
  new BlockList().addSubnet(network, Number(prefix), version);
  if (version === "ipv6") return `${network.replace(/::.*$/, "::")}a`;
  const bits = network.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(prefix));
  const address = Math.floor(bits / size) * size + 10;
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

function table(value: unknown): Record<string, Toml> {
  const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
  return isTable ? Object.fromEntries(Object.entries(value)) : {};
}

/**
 * Keys sorted, values before tables, as TOML wants them; spaces and digits grouped as the plugin writes them, since user
 * data that differs replaces nodes.
 */
function tomlTable(values: Record<string, Toml>, path: string[], indent = ""): string {
  const entries = Object.entries(values).sort(([a], [b]) => a.localeCompare(b));
  const isTable = (value: Toml) => typeof value === "object" && !Array.isArray(value);
  const lines = entries
    .filter(([, value]) => !isTable(value))
    .map(([key, value]) => `${indent}${tomlKey(key)} = ${tomlValue(value)}\n`);
  const header = path.length > 0 && lines.length > 0 ? `${indent}[${path.map(tomlKey).join(".")}]\n` : "";
  const inner = header === "" ? indent : `${indent}  `;
  const tables = entries
    .filter(([, value]) => isTable(value))
    .map(([key, value]) => tomlTable(table(value), [...path, key], inner));
  return [header + lines.join(""), ...tables].filter((text) => text !== "").join("\n");
}

function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}

function tomlValue(value: Toml): string {
  if (Array.isArray(value)) return `[ ${value.map(tomlValue).join(", ")} ]`;
  return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, "_") : JSON.stringify(value);
}
