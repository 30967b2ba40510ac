import { parseCidr } from "../../../components/core/cidr";
import { countQuota, type Quota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { containsUnknown, isObject, type Properties, text, type Value } from "../../values";
import type { Refusal, Request } from "../model";
import { parseIpv6Cidr } from "./ipv6";
import { action, badParameter } from "./parameters";
import { type Permission, permissionsOf, protocolOf } from "./permissions";

const authorize = action("AuthorizeSecurityGroupIngress");

/** Characters of descriptions and names: CreateSecurityGroup and IpRange in the API reference. */
export const describable = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
export const describableText = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

/** The rules that inputs write: these inputs themselves, or the lists inside a security group. */
export const ownRule = (inputs: Properties): Properties[] => [inputs];
export const inlineRules = ({ ingress, egress }: Properties): Properties[] =>
  [ingress, egress].flatMap((rules) => (Array.isArray(rules) ? rules.filter(isObject) : []));

/** Refuses what no rule can say, at preview too: what is not known yet of a rule is not judged. */
export function ruleRefusals(rulesIn: (inputs: Properties) => Properties[]): Refusal[] {
  const check = (reads: readonly string[], find: (rule: Properties) => string | undefined) =>
    badParameter("InvalidParameterValue", authorize, [], (inputs) => {
      const known = rulesIn(inputs).filter(
        (rule) => !reads.some((property) => containsUnknown(rule[property] ?? null)),
      );
      return known.map(find).find((reason) => reason !== undefined);
    });
  return [
    check(["ipProtocol", "protocol"], ({ ipProtocol, protocol }) => {
      const given = ipProtocol ?? protocol;
      return protocolOf(given) === undefined
        ? `Invalid value '${given}' for IP protocol. Unknown protocol.`
        : undefined;
    }),
    check(["ipProtocol", "protocol", "fromPort", "toPort"], badPorts),
    check(["cidrIpv4", "cidrBlocks", "cidrIpv6", "ipv6CidrBlocks"], (rule) => {
      const bad = blocks(rule, "cidrIpv4", "cidrBlocks").find((block) => parseCidr(block) === undefined);
      const bad6 = blocks(rule, "cidrIpv6", "ipv6CidrBlocks").find((block) => parseIpv6Cidr(block) === undefined);
      return bad === undefined && bad6 === undefined ? undefined : `CIDR block ${bad ?? bad6} is malformed`;
    }),
    check(["description"], (rule) =>
      describable.test(text(rule, "description") ?? "")
        ? undefined
        : `Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: ${describableText}`,
    ),
  ];
}

function blocks(rule: Properties, one: string, several: string): string[] {
  return [rule[one], rule[several]]
    .flat()
    .flatMap((block) => (typeof block === "string" && block !== "" ? [block] : []));
}

const isPort = (value: Value | undefined, most: number) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

function badPorts({ ipProtocol, protocol: older, fromPort, toPort }: Properties): string | undefined {
  const protocol = protocolOf(ipProtocol ?? older);
  if (protocol === "tcp" || protocol === "udp") {
    if (fromPort === undefined || toPort === undefined || fromPort === null || toPort === null) {
      return "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.";
    }
    const isRange = isPort(fromPort, 65_535) && isPort(toPort, 65_535) && Number(fromPort) <= Number(toPort);
    return isRange ? undefined : `Invalid TCP/UDP port range (${fromPort}:${toPort})`;
  }
  if (protocol !== "icmp" && protocol !== "icmpv6") return undefined;
  const isKnown = [fromPort, toPort].every((value) => (value ?? -1) === -1 || isPort(value, 255));
  return isKnown ? undefined : `ICMP type and code (${fromPort}, ${toPort}) must be -1 or 0 to 255`;
}

/** The permissions that a request asks for, and the group that gets them. */
interface Asked {
  groupId: string;
  permissions: Permission[];
}

/** Refuses a permission that the group has already. */
export const duplicatePermission = (asked: (request: Request) => Asked): Refusal => ({
  code: "InvalidPermission.Duplicate",
  source: authorize,
  when: (request) => {
    const { groupId, permissions } = asked(request);
    const taken = new Set(othersOf(request, groupId).map(({ key }) => key));
    const same = permissions.find((permission) => taken.has(permission.key));
    if (same === undefined) return undefined;
    const { source, protocol, fromPort = -1, toPort = -1 } = same;
    return `the specified rule "peer: ${source}, ${protocol}, from port: ${fromPort}, to port: ${toPort}, ALLOW" already exists`;
  },
});

/** Refuses the same permission twice in one request. */
export const repeatedPermission = (asked: (request: Request) => Asked): Refusal => ({
  code: "InvalidParameterValue",
  source: authorize,
  when: (request) => {
    const keys = asked(request).permissions.map(({ key }) => key);
    return new Set(keys).size < keys.length ? "The same permission must not appear multiple times" : undefined;
  },
});

/**
 * Refuses more rules than a group may have in one direction, counted for IPv4 and for IPv6. A group as source counts for
 * both. A prefix list counts as many rules as it may have entries, which the sandbox does not know: here it counts none.
 */
export function tooManyRules(asked: (request: Request) => Asked): Refusal {
  const quota: Quota = vpcQuotas.rulesPerSecurityGroup;
  const refusal = { code: "RulesPerSecurityGroupLimitExceeded", on: ["create", "update"] as const };
  const message = () => "The maximum number of rules per security group has been reached.";
  return countQuota(quota, { ...refusal, message }, (request) => {
    const { groupId, permissions } = asked(request);
    if (permissions.length === 0) return 0;
    // One less: the quota is of what is there once these are.
    return busiest([...othersOf(request, groupId), ...permissions]) - 1;
  });
}

function busiest(permissions: Permission[]): number {
  const counts = new Map<string, number>();
  for (const { direction, source } of permissions) {
    if (source.startsWith("pl-")) continue;
    const families = source.includes("sg-") ? ["IPv4", "IPv6"] : [source.includes(":") ? "IPv6" : "IPv4"];
    for (const family of families) {
      const key = `${direction} ${family}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values());
}

/** What the group permits but for what the request replaces. */
const othersOf = ({ scope, prior }: Request, groupId: string) =>
  permissionsOf(scope, groupId).filter(({ holder }) => holder !== prior?.id);
