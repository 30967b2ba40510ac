import type { Reference } from "../model";
import { internetGatewayType } from "./gateways";
import { errorCodes } from "./parameters";

const missing = (types: readonly string[], code: string, what: string): Reference => ({
  types,
  code,
  source: errorCodes,
  message: (id) => `The ${what} '${id}' does not exist`,
});

export const vpcReference = missing(["aws:ec2/vpc:Vpc"], "InvalidVpcID.NotFound", "vpc ID");
export const subnetReference = missing(["aws:ec2/subnet:Subnet"], "InvalidSubnetID.NotFound", "subnet ID");
export const securityGroupReference = missing(
  ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  "InvalidGroup.NotFound",
  "security group",
);
export const routeTableReference = missing(
  ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
  "InvalidRouteTableID.NotFound",
  "routeTable ID",
);
/** What a route or an association calls a gateway. The route `local` is there by itself and cannot be made. */
export const routeGatewayReference: Reference = {
  ...missing([internetGatewayType], "InvalidGatewayID.NotFound", "gateway ID"),
  applies: (id) => id.startsWith("igw-") || id === "local",
};
export const natGatewayReference = missing(
  ["aws:ec2/natGateway:NatGateway"],
  "InvalidNatGatewayID.NotFound",
  "NatGateway ID",
);
export const elasticIpReference = missing(["aws:ec2/eip:Eip"], "InvalidAllocationID.NotFound", "allocation ID");
export const networkAclReference = missing(
  ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  "InvalidNetworkAclID.NotFound",
  "networkAcl ID",
);
export const vpcEndpointReference = missing(
  ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  "InvalidVpcEndpointId.NotFound",
  "vpcEndpoint ID",
);
