import { contains, parseCidr } from "../../../components/core/cidr";
import type { Scope } from "../../cloud/scope";
import { limitOf } from "../../quotas/quota";
import { vpcQuotas } from "../../quotas/vpc";
import { containsUnknown, type Properties, text } from "../../values";
import type { Refusal, Request } from "../model";
import { internetGatewayType, vpcOfInternetGateway } from "./gateways";
import { canonicalIpv6Cidr, containsIpv6, parseIpv6Cidr } from "./ipv6";
import { action, badParameter, givenOf } from "./parameters";
import { vpcBlocks, vpcIpv6Blocks } from "./vpc-blocks";

const createRoute = action("CreateRoute");

export const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const targets = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "odbNetworkArn",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];
/** Targets that cannot have a route inside the VPC's own blocks: traffic there stays in the VPC. */
const outside = ["egressOnlyGatewayId", "gatewayId", "transitGatewayId", "vpcPeeringConnectionId"];
/** Targets and destinations of which no two go together. */
const excluding: readonly (readonly string[])[] = [
  ["carrierGatewayId", "destinationIpv6CidrBlock"],
  ["egressOnlyGatewayId", "destinationCidrBlock"],
  ["vpcEndpointId", "destinationPrefixListId"],
];

/** Where a route goes to, in the one form that AWS answers. */
export const destinationOf = (route: Properties) =>
  canonicalIpv6Cidr(destinations.map((key) => text(route, key) ?? "").find((value) => value !== "") ?? "");

/** The routes that a request asks for, with the names of properties that a route of its own has. */
type RoutesIn = (inputs: Properties) => Properties[];

/** What no route can say, refused at preview too; what is not known yet of a route is not judged. */
export function routeRefusals(routesIn: RoutesIn): Refusal[] {
  const check = (code: string, reads: readonly string[], find: (route: Properties) => string | undefined) =>
    badParameter(code, createRoute, [], (inputs) => {
      const known = routesIn(inputs).filter((route) => !reads.some((key) => containsUnknown(route[key] ?? null)));
      return known.map(find).find((reason) => reason !== undefined);
    });
  return [
    check("InvalidParameterCombination", [...destinations, ...targets], (route) => {
      for (const keys of [destinations, targets]) {
        if (givenOf(route, keys).length !== 1) return `Exactly one of ${keys.join(", ")} must be specified`;
      }
      const [target, destination] = excluding.find((keys) => givenOf(route, keys).length === 2) ?? [];
      return target && `The parameter ${target} cannot be used with the parameter ${destination}`;
    }),
    check("InvalidParameterValue", destinations, (route) => {
      const [ipv4, ipv6] = [text(route, "destinationCidrBlock"), text(route, "destinationIpv6CidrBlock")];
      const isBad = (ipv4 && parseCidr(ipv4) === undefined) || (ipv6 && parseIpv6Cidr(ipv6) === undefined);
      return isBad
        ? `Value (${ipv4 ?? ipv6}) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.`
        : undefined;
    }),
  ];
}

/** What routes cannot be in the VPC whose table they are in. */
export function routeNetworkRefusals(
  routesIn: RoutesIn,
  tableOf: (request: Request) => { id: string; vpcId: string | undefined },
): Refusal[] {
  const check = (find: (scope: Scope, vpcId: string, route: Properties, table: string) => string | undefined) => ({
    code: "InvalidParameterValue",
    source: createRoute,
    when: (request: Request) => {
      const { id, vpcId } = tableOf(request);
      if (vpcId === undefined) return undefined;
      const reasons = routesIn(request.inputs).map((route) => find(request.scope, vpcId, route, id));
      return reasons.find((reason) => reason !== undefined);
    },
  });
  return [
    check((scope, vpcId, route) =>
      givenOf(route, outside).length > 0 && isInside(scope, vpcId, destinationOf(route))
        ? `The destination CIDR block ${destinationOf(route)} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`
        : undefined,
    ),
    check((scope, vpcId, route, table) => {
      const gateway = gatewayOf(scope, route);
      if (gateway === undefined || gateway.vpcId === vpcId) return undefined;
      return `route table ${table} and network gateway ${gateway.id} belong to different networks`;
    }),
  ];
}

function isInside(scope: Scope, vpcId: string, destination: string): boolean {
  const [ipv4, ipv6] = [parseCidr(destination), parseIpv6Cidr(destination)];
  return (
    (ipv4 !== undefined && vpcBlocks(scope, vpcId).some((block) => contains(block, ipv4))) ||
    (ipv6 !== undefined && vpcIpv6Blocks(scope, vpcId).some((block) => containsIpv6(block, ipv6)))
  );
}

/** The gateway that a route goes to, where it is known, and its VPC. */
function gatewayOf(scope: Scope, route: Properties): { id: string; vpcId: string | undefined } | undefined {
  const [gateway, nat] = [text(route, "gatewayId") ?? "", text(route, "natGatewayId") ?? ""];
  if (scope.find(internetGatewayType, gateway)) return { id: gateway, vpcId: vpcOfInternetGateway(scope, gateway) };
  const found = scope.find("aws:ec2/natGateway:NatGateway", nat);
  return found && { id: nat, vpcId: text(found.outputs, "vpcId") };
}

/** Refuses more routes than a table may have, counted for IPv4 and for IPv6. */
export const tooManyRoutes = (routesOf: (request: Request) => Properties[]): Refusal => ({
  code: "RouteLimitExceeded",
  source: vpcQuotas.routesPerRouteTable.source,
  quota: vpcQuotas.routesPerRouteTable,
  when: (request) => {
    const all = routesOf(request).map(destinationOf);
    const ipv6 = all.filter((destination) => destination.includes(":")).length;
    const isOver = Math.max(ipv6, all.length - ipv6) > limitOf(request.scope, vpcQuotas.routesPerRouteTable);
    return isOver ? "The maximum number of routes in the route table has been reached." : undefined;
  },
});
