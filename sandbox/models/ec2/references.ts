import type { Reference } from "../model";

const source = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html";

const missing = (types: readonly string[], code: string, what: string): Reference => ({
  types,
  code,
  source,
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
export const internetGatewayReference = missing(
  ["aws:ec2/internetGateway:InternetGateway"],
  "InvalidInternetGatewayID.NotFound",
  "internetGateway ID",
);
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
