import { crc32 } from "node:zlib";
import { type Properties, text } from "../../values";
import type { Model, Request } from "../model";
import { inlineRoutes, vpcIdOfTable } from "./inline-routes";
import { canonicalIpv6Cidr } from "./ipv6";
import { action } from "./parameters";
import { natGatewayReference, routeGatewayReference, routeTableReference, vpcEndpointReference } from "./references";
import { destinationOf, destinations, routeNetworkRefusals, routeRefusals, tooManyRoutes } from "./route-refusals";

const type = "aws:ec2/route:Route";
const own = (inputs: Properties) => [inputs];
const tableIdOf = ({ inputs }: Request) => text(inputs, "routeTableId") ?? "";

/** The other routes of the same table, whatever resource says them. */
function others(request: Request): Properties[] {
  const { scope, prior } = request;
  const routes = scope.having(type, "routeTableId", tableIdOf(request)).filter(({ id }) => id !== prior?.id);
  const table = scope.find("aws:ec2/routeTable:RouteTable", tableIdOf(request));
  return [...routes.map(({ outputs }) => outputs), ...inlineRoutes(table?.inputs ?? {})];
}

export const route: Model = {
  type,
  schema: "internal/service/ec2/vpc_route.go",
  immutable: [...destinations, "routeTableId"],
  references: {
    routeTableId: routeTableReference,
    gatewayId: routeGatewayReference,
    natGatewayId: natGatewayReference,
    vpcEndpointId: vpcEndpointReference,
  },
  refusals: [
    ...routeRefusals(own),
    {
      code: "RouteAlreadyExists",
      source: action("CreateRoute"),
      on: ["create"],
      when: (request) => {
        const destination = destinationOf(request.inputs);
        const isTaken = others(request).some((other) => destinationOf(other) === destination);
        return isTaken ? `The route identified by ${destination} already exists.` : undefined;
      },
    },
    ...routeNetworkRefusals(own, (request) => {
      const id = tableIdOf(request);
      return { id, vpcId: vpcIdOfTable(request, id) };
    }),
    tooManyRoutes((request) => [...others(request), request.inputs]),
  ],
  same: { destinationIpv6CidrBlock: canonicalIpv6Cidr },
  id: ({ inputs }) => `r-${inputs.routeTableId}${crc32(destinations.map((key) => text(inputs, key) ?? "").join(""))}`,
  computed: {
    origin: () => "CreateRoute",
    state: () => "active",
  },
};
