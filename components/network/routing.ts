import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { anywhere, type NetworkContext } from "./context";
import type { Nat } from "./nat";
import type { NetworkSubnet } from "./subnets";
import { NetworkTier } from "./types";

interface RoutingPlan {
  subnets: NetworkSubnet[];
  internetGateway: aws.ec2.InternetGateway | undefined;
  nat: Nat;
}

export interface Routing {
  tables: aws.ec2.RouteTable[];
  /** What must exist before a subnet routes as its tier says. */
  readyOf(subnet: NetworkSubnet): pulumi.CustomResource[];
}

interface Table {
  resource: aws.ec2.RouteTable;
  routes: aws.ec2.Route[];
}

/**
 * One route table for the public tier and one for the intra tier, whose zones route alike, and one for each zone of the
 * private tier, whatever the NAT mode: so that another mode changes a route, and no subnet changes its table.
 *
 * Routes and associations are resources of their own: what others add to a table, such as a transit gateway's routes,
 * stays.
 */
export function createRouting(context: NetworkContext, plan: RoutingPlan): Routing {
  const { name, child } = context;
  const tables = new Map<string, Table>();
  const ready = new Map<string, pulumi.CustomResource[]>();
  for (const { tier, zone, resource: subnet } of plan.subnets) {
    const tableKey = tier === NetworkTier.Private ? `${name}-${tier}-${zone}` : `${name}-${tier}`;
    const table = tables.get(tableKey) ?? createTable(tableKey, context, targetOf(tier, zone, plan));
    tables.set(tableKey, table);
    const key = `${name}-${tier}-${zone}`;
    const ids = { subnetId: subnet.id, routeTableId: table.resource.id };
    ready.set(key, [...table.routes, new aws.ec2.RouteTableAssociation(key, ids, child)]);
  }
  return {
    tables: [...tables.values()].map(({ resource }) => resource),
    readyOf: ({ tier, zone }) => ready.get(`${name}-${tier}-${zone}`) ?? [],
  };
}

type Target = Pick<aws.ec2.RouteArgs, "gatewayId" | "natGatewayId">;

/** Where traffic to the internet goes; undefined where it goes nowhere. */
function targetOf(tier: NetworkTier, zone: string, { internetGateway, nat }: RoutingPlan): Target | undefined {
  switch (tier) {
    case NetworkTier.Public:
      return internetGateway && { gatewayId: internetGateway.id };
    case NetworkTier.Private: {
      const gateway = nat.gatewayOf(zone);
      return gateway && { natGatewayId: gateway.id };
    }
    case NetworkTier.Intra:
      return undefined;
  }
}

function createTable(key: string, { vpc, child, tags }: NetworkContext, target: Target | undefined): Table {
  const resource = new aws.ec2.RouteTable(key, { vpcId: vpc.id, tags: tags(key) }, child);
  if (target === undefined) return { resource, routes: [] };
  const args = { routeTableId: resource.id, destinationCidrBlock: anywhere, ...target };
  return { resource, routes: [new aws.ec2.Route(key, args, child)] };
}
