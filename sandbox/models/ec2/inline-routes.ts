import { isObject, type Properties, text } from "../../values";
import type { Reference, Refusal, Request } from "../model";
import { canonicalIpv6Cidr } from "./ipv6";
import { action } from "./parameters";
import { natGatewayReference, routeGatewayReference } from "./references";
import { destinationOf, routeNetworkRefusals, routeRefusals, tooManyRoutes } from "./route-refusals";

/** The routes written inside a route table, with the names that a route of its own has. */
export function inlineRoutes({ routes }: Properties): Properties[] {
  return [routes ?? []]
    .flat()
    .filter(isObject)
    .map(({ cidrBlock, ipv6CidrBlock, ...route }) => ({
      ...route,
      ...(cidrBlock !== undefined && { destinationCidrBlock: cidrBlock }),
      ...(ipv6CidrBlock !== undefined && { destinationIpv6CidrBlock: ipv6CidrBlock }),
    }));
}

/** What AWS refuses of the routes written inside a table; made once for each type that has them. */
export const inlineRouteRefusals = (vpcIdOf: (request: Request) => string | undefined): Refusal[] => [
  ...routeRefusals(inlineRoutes),
  {
    code: "RouteAlreadyExists",
    source: action("CreateRoute"),
    atPreview: true,
    reads: ["routes"],
    when: ({ inputs }) => {
      const all = inlineRoutes(inputs).map(destinationOf);
      const twice = all.find((destination, index) => all.indexOf(destination) < index);
      return twice && `The route identified by ${twice} already exists.`;
    },
  },
  ...routeNetworkRefusals(inlineRoutes, (request) => ({ id: request.prior?.id ?? "", vpcId: vpcIdOf(request) })),
  tooManyRoutes(({ inputs }) => inlineRoutes(inputs)),
];

export const inlineRouteReferences: Readonly<Record<string, Reference>> = {
  "routes.gatewayId": routeGatewayReference,
  "routes.natGatewayId": natGatewayReference,
};

export const sameInlineRoutes = { "routes.ipv6CidrBlock": canonicalIpv6Cidr };

/** The VPC of a route table, its own or the VPC's default one. */
export const vpcIdOfTable = ({ scope }: Request, id: string): string | undefined =>
  ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"]
    .map((type) => scope.find(type, id))
    .flatMap((table) => text(table?.outputs ?? {}, "vpcId") ?? [])[0];
