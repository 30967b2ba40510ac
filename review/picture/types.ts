/** Gateways of a VPC, by what a picture calls them. */
export const gatewayTypes = {
  internet: "aws:ec2/internetGateway:InternetGateway",
  nat: "aws:ec2/natGateway:NatGateway",
  "egress-only": "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
  transit: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  peering: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
  vpn: "aws:ec2/vpnGateway:VpnGateway",
} as const;

/** Resources that only say which VPC a gateway belongs to. */
export const attachmentTypes: Readonly<Record<string, { gateway: string; property: string }>> = {
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": {
    ...{ gateway: gatewayTypes.internet, property: "internetGatewayId" },
  },
  "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": { gateway: gatewayTypes.vpn, property: "vpnGatewayId" },
};

const vpc = "aws:ec2/vpc:Vpc";
const defaultVpc = "aws:ec2/defaultVpc:DefaultVpc";
const table = "aws:ec2/routeTable:RouteTable";
const defaultTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";

export const types = {
  vpcs: [vpc, defaultVpc],
  subnet: "aws:ec2/subnet:Subnet",
  defaultSubnet: "aws:ec2/defaultSubnet:DefaultSubnet",
  tables: [table, defaultTable],
  defaultTable,
  route: "aws:ec2/route:Route",
  association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  mainAssociation: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
  endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
} as const;
