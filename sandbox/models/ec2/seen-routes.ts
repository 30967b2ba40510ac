import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { type Properties, text } from "../../values";

/** What a route may lead to, in a route table's own words where they differ from a route's. */
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

/**
 * The routes of a table as a read of the table finds them: its own, and those that are resources of their own.
 *
 * Form of a route: terraform-provider-aws, internal/service/ec2/vpc_route_table.go (flattenRoutes)
 */
export function seenRoutes({ id, outputs }: CloudResource, scope: Scope): Properties {
  const own = Array.isArray(outputs.routes) ? outputs.routes : [];
  const others = scope.having("aws:ec2/route:Route", "routeTableId", id).map((route): Properties => {
    const value = (key: string) => text(route.outputs, key) ?? "";
    return {
      cidrBlock: value("destinationCidrBlock"),
      ipv6CidrBlock: value("destinationIpv6CidrBlock"),
      destinationPrefixListId: value("destinationPrefixListId"),
      ...Object.fromEntries(targets.map((key) => [key, value(key)])),
    };
  });
  return { routes: [...own, ...others] };
}
