import { isInternet } from "./internet";
import type { Resource, Typed } from "./rule";
import { forEachKnown, isNonEmpty } from "./unknown";

/** The types that say what a security group lets in. */
export const ingressTypes = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
] as const;

/** Visits what a security group lets in, or a rule that stands alone. */
export function forEachIngress(
  resource: Typed<Resource, (typeof ingressTypes)[number]>,
  visit: (ingress: Ingress) => void,
): undefined {
  switch (resource.type) {
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      if (resource.props.type !== "egress") visit(resource.props);
      return;
    case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
      visit(resource.props);
      return;
    default:
      forEachKnown(resource.props.ingress, visit);
  }
}

/** Inputs of each type that let in `ports` of TCP from a private range: what rules about ingress show as good. */
export function ingressFromInside(fromPort: number, toPort = fromPort) {
  const ingress = { protocol: "tcp", fromPort, toPort, cidrBlocks: ["10.0.0.0/8"] };
  return {
    "aws:ec2/securityGroup:SecurityGroup": { ingress: [ingress] },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { ingress: [ingress] },
    "aws:ec2/securityGroupRule:SecurityGroupRule": { type: "ingress", ...ingress },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
      ipProtocol: "tcp",
      fromPort,
      toPort,
      cidrIpv4: "10.0.0.0/8",
    },
  };
}

/** What a rule of a security group lets in, in any of the provider's three spellings, or one of a network ACL. */
export interface Ingress {
  readonly protocol?: string;
  readonly ipProtocol?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly cidrBlocks?: readonly string[];
  readonly ipv6CidrBlocks?: readonly string[];
  readonly cidrIpv4?: string;
  readonly cidrIpv6?: string;
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly prefixListId?: string;
  readonly prefixListIds?: readonly string[];
  readonly referencedSecurityGroupId?: string;
  readonly securityGroups?: readonly string[];
  readonly self?: boolean;
  readonly sourceSecurityGroupId?: string;
}

/** Whether traffic to TCP or UDP `port` falls under `ingress`. */
export function coversPort(ingress: Ingress, port: number): boolean {
  const ports = portsOf(ingress);
  return ports !== undefined && ports.from <= port && port <= ports.to;
}

/** The TCP or UDP ports that fall under `ingress`; undefined where its protocol has none, such as ICMP. */
export function portsOf(ingress: Ingress): { readonly from: number; readonly to: number } | undefined {
  const all = { from: 0, to: 65535 };
  const protocol = (ingress.protocol ?? ingress.ipProtocol)?.toLowerCase();
  if (protocol === "-1" || protocol === "all") return all;
  if (protocol !== undefined && !["tcp", "6", "udp", "17"].includes(protocol)) return undefined;
  // Ports that are absent, or -1, are all ports.
  const from = ingress.fromPort ?? -1;
  return from === -1 ? all : { from, to: ingress.toPort ?? from };
}

/** Whether one of the address ranges of `ingress` is the whole Internet. */
export function isOpenToInternet(ingress: Ingress): boolean {
  let open = false;
  for (const ranges of [ingress.cidrBlocks, ingress.ipv6CidrBlocks] as const) {
    forEachKnown(ranges, (range) => {
      open ||= isInternet(range);
    });
  }
  return open || singleRanges.some((range) => isInternet(ingress[range] ?? ""));
}

const singleRanges = ["cidrIpv4", "cidrIpv6", "cidrBlock", "ipv6CidrBlock"] as const;

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
