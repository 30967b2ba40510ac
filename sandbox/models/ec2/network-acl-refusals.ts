import { parseCidr } from "../../../components/core/cidr";
import { countQuota } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { containsUnknown, isObject, type Properties, text, type Value } from "../../values";
import type { Refusal } from "../model";
import { parseIpv6Cidr } from "./ipv6";
import { action, badParameter, errorCodes, isGiven } from "./parameters";
import { protocolOf } from "./permissions";

const createEntry = action("CreateNetworkAclEntry");
const directions = ["egress", "ingress"] as const;
const numbers: Readonly<Record<string, string>> = { icmp: "1", tcp: "6", udp: "17", icmpv6: "58" };

/** A protocol by its number, as AWS answers it. */
export const aclProtocol = (given: string) => numbers[protocolOf(given) ?? ""] ?? protocolOf(given) ?? given;

const rulesOf = (inputs: Properties, direction: (typeof directions)[number]): Properties[] => {
  const rules = inputs[direction];
  return (Array.isArray(rules) ? rules : []).filter(isObject);
};

const isNumberWithin = (value: Value | undefined, least: number, most: number) =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

/** What is wrong with a rule that is all known. */
function badRule(rule: Properties): string | undefined {
  const { action: verdict, ruleNo, protocol } = rule;
  const wrong = (parameter: string, value: Value | undefined) =>
    `Value (${value}) for parameter ${parameter} is invalid.`;
  if (!isNumberWithin(ruleNo, 1, 32_766)) return `${wrong("ruleNumber", ruleNo)} It must be 1 to 32766.`;
  if (!["allow", "deny"].includes(String(verdict).toLowerCase()))
    return `${wrong("ruleAction", verdict)} It must be allow or deny.`;
  if (protocolOf(protocol) === undefined) return `Invalid value '${protocol}' for IP protocol. Unknown protocol.`;
  const [ipv4, ipv6] = [text(rule, "cidrBlock") ?? "", text(rule, "ipv6CidrBlock") ?? ""];
  if (ipv4 !== "" && parseCidr(ipv4) === undefined)
    return `${wrong("cidrBlock", ipv4)} This is not a valid CIDR block.`;
  if (ipv6 !== "" && parseIpv6Cidr(ipv6) === undefined)
    return `${wrong("ipv6CidrBlock", ipv6)} This is not a valid CIDR block.`;
  const isRange = isNumberWithin(rule.fromPort, 0, 65_535) && isNumberWithin(rule.toPort, 0, 65_535);
  return isRange ? undefined : `Invalid port range (${rule.fromPort}:${rule.toPort})`;
}

export const networkAclRefusals: readonly Refusal[] = [
  badParameter("InvalidParameterValue", createEntry, [], (inputs) =>
    directions
      .flatMap((direction) => rulesOf(inputs, direction))
      .filter((rule) => !containsUnknown(rule))
      .map(badRule)
      .find((reason) => reason !== undefined),
  ),
  badParameter("InvalidParameterCombination", createEntry, [], (inputs) => {
    const blocks = ["cidrBlock", "ipv6CidrBlock"];
    const isWrong = directions
      .flatMap((direction) => rulesOf(inputs, direction))
      .some((rule) => blocks.filter((block) => isGiven(rule, block)).length !== 1);
    return isWrong ? `Exactly one of ${blocks.join(", ")} must be specified` : undefined;
  }),
  badParameter("NetworkAclEntryAlreadyExists", errorCodes, ["egress", "ingress"], (inputs) => {
    for (const direction of directions) {
      const taken = rulesOf(inputs, direction).map(({ ruleNo }) => ruleNo);
      const twice = taken.find((ruleNo, index) => taken.indexOf(ruleNo) < index);
      if (twice !== undefined) return `The network acl entry identified by ${twice} already exists.`;
    }
    return undefined;
  }),
  countQuota(
    vpcQuotas.rulesPerNetworkAcl,
    {
      code: "NetworkAclEntryLimitExceeded",
      on: ["create", "update"],
      message: () => "The maximum number of network acl entries has been reached.",
    },
    // One less: the quota is of what is there once these are. It holds for each direction, and for IPv4 and IPv6.
    ({ inputs }) =>
      Math.max(
        ...directions.flatMap((direction) => {
          const rules = rulesOf(inputs, direction);
          const ipv6 = rules.filter((rule) => isGiven(rule, "ipv6CidrBlock")).length;
          return [ipv6, rules.length - ipv6];
        }),
      ) - 1,
  ),
];
