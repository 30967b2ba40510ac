import type { RecordedResource } from "../recovery/deployment";
import type { PropertyDrift } from "./result";

type Properties = Record<string, unknown>;

/**
 * A property in which AWS answers what other resources set: after an `up` a refresh finds more there than the state
 * records, though nobody changed anything. Only what no resource of a state accounts for is drift.
 */
interface Gathered {
  property: string;
  /** What an entry of the list says, one text for each thing in it. */
  says: (entry: unknown) => string[];
  /** What a resource of a state puts there, where it belongs to the one whose id is `id`. */
  put: (resource: RecordedResource, id: string) => string[];
}

const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
const list = (value: unknown) => (Array.isArray(value) ? value : []);

/** A rule as every form of it can be written: protocol, ports and one source. */
const rule = (protocol: unknown, from: unknown, to: unknown, source: unknown) => {
  // All protocols mean all ports; the forms of a rule differ in how they say so.
  const ports = protocol === "-1" ? "" : `${text(from)}-${text(to)}`;
  return [text(protocol), ports, text(source)].join(" ");
};

/** An entry of `ingress` or `egress` of a security group. */
function ruleEntry(entry: unknown): string[] {
  const { protocol, fromPort, toPort, self, ...sources } = entry as Properties;
  const { cidrBlocks, ipv6CidrBlocks, prefixListIds, securityGroups } = sources;
  const all = [cidrBlocks, ipv6CidrBlocks, prefixListIds, securityGroups].flatMap(list);
  return [...all, ...(self === true ? ["self"] : [])].map((source) => rule(protocol, fromPort, toPort, source));
}

/** Rules that are resources of their own. */
const rules = (direction: "ingress" | "egress") => (resource: RecordedResource, id: string) => {
  const outputs = resource.outputs ?? {};
  if (outputs.securityGroupId !== id) return [];
  const own = direction === "ingress" ? "securityGroupIngressRule" : "securityGroupEgressRule";
  if (resource.type.startsWith(`aws:vpc/${own}:`)) {
    const {
      ipProtocol,
      fromPort,
      toPort,
      cidrIpv4,
      cidrIpv6,
      prefixListId,
      referencedSecurityGroupId: group,
    } = outputs;
    const source = cidrIpv4 ?? cidrIpv6 ?? prefixListId ?? (group === id ? "self" : group);
    return [rule(ipProtocol, fromPort, toPort, source)];
  }
  if (resource.type !== "aws:ec2/securityGroupRule:SecurityGroupRule" || outputs.type !== direction) return [];
  const { sourceSecurityGroupId: group, ...rest } = outputs;
  return ruleEntry({ ...rest, securityGroups: text(group) === "" ? [] : [group] });
};

const targets = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];
const routeOf = (to: unknown[], properties: Properties) =>
  [to.map(text).find((each) => each !== ""), ...targets.map((key) => text(properties[key]))].join(" ").trim();

const securityGroupRules: Gathered[] = (["ingress", "egress"] as const).map((direction) => ({
  property: direction,
  says: ruleEntry,
  put: rules(direction),
}));

const routes: Gathered = {
  property: "routes",
  says: (entry) => {
    const route = entry as Properties;
    return [routeOf([route.cidrBlock, route.ipv6CidrBlock, route.destinationPrefixListId], route)];
  },
  put: ({ type, outputs = {} }, id) =>
    type === "aws:ec2/route:Route" && outputs.routeTableId === id
      ? [
          routeOf(
            [outputs.destinationCidrBlock, outputs.destinationIpv6CidrBlock, outputs.destinationPrefixListId],
            outputs,
          ),
        ]
      : [],
};

const byType: Readonly<Record<string, Gathered[]>> = {
  "aws:ec2/securityGroup:SecurityGroup": securityGroupRules,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": securityGroupRules,
  "aws:ec2/routeTable:RouteTable": [routes],
  "aws:ec2/defaultRouteTable:DefaultRouteTable": [routes],
  "aws:iam/role:Role": [
    {
      property: "managedPolicyArns",
      says: (arn) => [text(arn)],
      put: ({ type, outputs = {} }, id) =>
        /^aws:iam\/(rolePolicyAttachment|policyAttachment):/.test(type) &&
        [outputs.role, ...list(outputs.roles)].includes(id)
          ? [text(outputs.policyArn)]
          : [],
    },
    {
      property: "inlinePolicies",
      says: (entry) => [text((entry as Properties).name)],
      put: ({ type, outputs = {} }, id) =>
        type === "aws:iam/rolePolicy:RolePolicy" && outputs.role === id ? [text(outputs.name)] : [],
    },
  ],
};

/** What a resource is, for this comparison. */
interface Compared {
  type: string;
  id: string;
  recorded: Properties;
  actual: Properties;
  /** Properties that the provider compared itself, since the program sets them. */
  detailed: Record<string, string>;
}

/**
 * `changes` with, in the place of changes in gathered properties, what is there and no resource in `states` put there.
 * What is there no more is told by the resource that put it there.
 */
export function withoutGathered(
  changes: PropertyDrift[],
  compared: Compared,
  states: RecordedResource[],
): PropertyDrift[] {
  const { type, id, recorded, actual, detailed } = compared;
  const gathered = (byType[type] ?? []).filter(
    ({ property }) => !Object.keys(detailed).some((path) => path.split(/[.[]/, 1)[0] === property),
  );
  const isGathered = ({ path }: PropertyDrift) =>
    gathered.some(({ property }) => path.split(/[.[]/, 1)[0] === property);
  const foreign = gathered.flatMap(({ property, says, put }): PropertyDrift[] => {
    const known = new Set([
      ...list(recorded[property]).flatMap(says),
      ...states.flatMap((resource) => put(resource, id)),
    ]);
    return list(actual[property]).flatMap((entry, index) =>
      says(entry).every((each) => known.has(each))
        ? []
        : [{ path: `${property}[${index}]`, kind: "add" as const, managed: false, actual: entry }],
    );
  });
  return [...changes.filter((change) => !isGathered(change)), ...foreign];
}
