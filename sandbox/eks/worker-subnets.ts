import { getRouteTable, getRouteTables, getSubnet } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { Core } from "./core";

/** The subnets for nodes: those given, else the cluster's private ones, else its public ones. */
export function workerSubnets(
  given: pulumi.Input<pulumi.Input<string>[]> | undefined,
  core: Core,
  parent: pulumi.Resource,
): pulumi.Output<string[]> {
  if (given !== undefined) return pulumi.output(given);
  return core.apply(({ privateSubnetIds, publicSubnetIds, subnetIds }): Promise<string[]> => {
    const named = privateSubnetIds ?? publicSubnetIds;
    return named ? Promise.resolve(named) : preferPrivate(subnetIds, parent);
  });
}

/** Those of the subnets that have no route to an internet gateway; all of them where all have one. */
async function preferPrivate(subnetIds: string[], parent: pulumi.Resource): Promise<string[]> {
  const isPublic = await Promise.all(subnetIds.map((subnetId) => routesToInternet(subnetId, parent)));
  const privateIds = subnetIds.filter((_, index) => !isPublic[index]);
  return privateIds.length > 0 ? privateIds : subnetIds;
}

async function routesToInternet(subnetId: string, parent: pulumi.Resource): Promise<boolean> {
  const { routes } = await routeTable(subnetId, parent);
  return routes.some(({ gatewayId, cidrBlock }) => gatewayId && !isPrivateRange(cidrBlock));
}

async function routeTable(subnetId: string, parent: pulumi.Resource) {
  try {
    return await getRouteTable({ subnetId }, awsChild(parent));
  } catch {
    // A subnet without an association of its own has its VPC's main table, which this lookup does not find.
    const { vpcId } = await getSubnet({ id: subnetId }, awsChild(parent));
    const filters = [{ name: "association.main", values: ["true"] }];
    const { ids } = await getRouteTables({ vpcId, filters }, awsChild(parent));
    return getRouteTable({ routeTableId: ids[0] }, awsChild(parent));
  }
}

function isPrivateRange(cidr: string): boolean {
  return /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/.test(cidr);
}
