import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { isObject, type Properties, text, type Value } from "../../values";
import { canonicalIpv6Cidr } from "./ipv6";

export type Direction = "ingress" | "egress";

export const groupTypes = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
] as const;
const ruleTypes = {
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
} as const satisfies Record<Direction, string>;
const oldRuleType = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** One rule as AWS has it: the provider's older types write several as one. */
export interface Permission {
  direction: Direction;
  /** As {@link protocolOf} answers it. */
  protocol: string;
  fromPort: Value | undefined;
  toPort: Value | undefined;
  /** A block, or the id of a security group or a prefix list. */
  source: string;
  /** The resource that has it. */
  holder: string;
  /** What two permissions have in common that AWS takes as one. */
  key: string;
}

const numbers: Readonly<Record<string, string>> = { "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6", all: "-1" };
const named = new Set(Object.values(numbers));

/** A protocol by the name that AWS answers, or by its number where it has none; undefined of what is no protocol. */
export function protocolOf(given: Value | undefined): string | undefined {
  const word = String(given ?? "").toLowerCase();
  const name = numbers[word] ?? word;
  return named.has(name) || (/^\d{1,3}$/.test(name) && Number(name) <= 255) ? name : undefined;
}

const texts = (value: Value | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => (typeof item === "string" && item !== "" ? [item] : []));

/** Names of a rule's properties: of a rule that is a resource of its own, and of the older forms. */
const sourceProperties = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const listedProperties = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups", "sourceSecurityGroupId"];

/** The permissions that a rule writes, in whichever of the provider's forms. */
export function permissionsIn(direction: Direction, groupId: string, rule: Properties, holder: string): Permission[] {
  const sources = [...sourceProperties, ...listedProperties].flatMap((property) => texts(rule[property]));
  const protocol = protocolOf(rule.ipProtocol ?? rule.protocol) ?? "";
  // Of all protocols, AWS takes all ports whatever was said.
  const ports = protocol === "-1" ? { fromPort: -1, toPort: -1 } : { fromPort: rule.fromPort, toPort: rule.toPort };
  return [...sources, ...(rule.self === true ? [groupId] : [])].map((given) => {
    const source = canonicalIpv6Cidr(given);
    const key = [direction, protocol, ports.fromPort ?? -1, ports.toPort ?? -1, source].join(" ");
    return { direction, protocol, ...ports, source, holder, key };
  });
}

/** The permissions written inside a security group. */
export function inlinePermissions(groupId: string, group: Properties): Permission[] {
  return (["ingress", "egress"] as const).flatMap((direction) => {
    const rules = group[direction];
    return (Array.isArray(rules) ? rules : []).flatMap((rule) =>
      isObject(rule) ? permissionsIn(direction, groupId, rule, groupId) : [],
    );
  });
}

/** All that is permitted by a security group, whatever resource says it. */
export function permissionsOf(scope: Scope, groupId: string): Permission[] {
  const rules = (["ingress", "egress"] as const).flatMap((direction) =>
    scope
      .having(ruleTypes[direction], "securityGroupId", groupId)
      .flatMap((rule) => onceOf(rule, () => permissionsIn(direction, groupId, rule.outputs, rule.id))),
  );
  const older = scope
    .having(oldRuleType, "securityGroupId", groupId)
    .flatMap((rule) => onceOf(rule, () => permissionsIn(directionOf(rule.outputs), groupId, rule.outputs, rule.id)));
  const group = groupTypes.map((type) => scope.find(type, groupId)).find((found) => found !== undefined);
  return [...rules, ...older, ...(group ? onceOf(group, () => inlinePermissions(groupId, group.outputs)) : [])];
}

/** Permissions of resources, each read once: a group's rules are looked through for every new one. */
const known = new WeakMap<CloudResource, Permission[]>();

function onceOf(resource: CloudResource, read: () => Permission[]): Permission[] {
  const permissions = known.get(resource) ?? read();
  known.set(resource, permissions);
  return permissions;
}

export const directionOf = (rule: Properties): Direction => (text(rule, "type") === "egress" ? "egress" : "ingress");

/** What refers to a security group by a rule of its own, and by which property. */
export const referring: Readonly<Record<string, string>> = {
  [ruleTypes.ingress]: "referencedSecurityGroupId",
  [ruleTypes.egress]: "referencedSecurityGroupId",
  [oldRuleType]: "sourceSecurityGroupId",
};
