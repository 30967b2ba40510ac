import { isInternet } from "./internet";
import { forEachKnown, isNonEmpty } from "./unknown";

/** What a rule of a security group lets in, in any of the provider's three spellings. */
export interface Ingress {
  readonly protocol?: string;
  readonly ipProtocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly cidrBlocks?: readonly string[];
  readonly ipv6CidrBlocks?: readonly string[];
  readonly cidrIpv4?: string;
  readonly cidrIpv6?: string;
  readonly prefixListId?: string;
  readonly prefixListIds?: readonly string[];
  readonly referencedSecurityGroupId?: string;
  readonly securityGroups?: readonly string[];
  readonly self?: boolean;
  readonly sourceSecurityGroupId?: string;
}

/** Whether traffic to TCP or UDP `port` falls under `ingress`. */
export function coversPort(ingress: Ingress, port: number): boolean {
  const protocol = (ingress.protocol ?? ingress.ipProtocol)?.toLowerCase();
  if (protocol === "-1" || protocol === "all") return true;
  if (protocol !== undefined && !["tcp", "6", "udp", "17"].includes(protocol)) return false;
  // Ports that are absent, or -1, are all ports.
  const from = ingress.fromPort ?? -1;
  const to = ingress.toPort ?? from;
  return from === -1 || (from <= port && port <= to);
}

/** Whether one of the address ranges of `ingress` is the whole Internet. */
export function isOpenToInternet(ingress: Ingress): boolean {
  let open = false;
  for (const ranges of [ingress.cidrBlocks, ingress.ipv6CidrBlocks] as const) {
    forEachKnown(ranges, (range) => {
      open ||= isInternet(range);
    });
  }
  return open || [ingress.cidrIpv4, ingress.cidrIpv6].some((range) => range !== undefined && isInternet(range));
}

/** Whether `ingress` says at all who may come in. */
export function hasSource(ingress: Ingress): boolean {
  return sources.some((source) => isNonEmpty(ingress, source));
}

const sources = [
  "cidrBlocks",
  "ipv6CidrBlocks",
  "cidrIpv4",
  "cidrIpv6",
  "prefixListId",
  "prefixListIds",
  "referencedSecurityGroupId",
  "securityGroups",
  "self",
  "sourceSecurityGroupId",
] as const satisfies readonly (keyof Ingress)[];
