import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";

function vpc(code: string, name: string, value: number, more: Partial<Quota> = {}): Quota {
  return { service: "vpc", code, name, value, adjustable: true, source: page, date: "2026-11-24", ...more };
}

const vpcs = vpc("L-F678F1CE", "VPCs per Region", 5);

/** Quotas of Amazon VPC, per Region unless the name says otherwise. */
export const vpcQuotas = {
  vpcs,
  ipv4CidrBlocksPerVpc: vpc("L-83CA0A9D", "IPv4 CIDR blocks per VPC", 5, { maximum: 50 }),
  subnetsPerVpc: vpc("L-407747CB", "Subnets per VPC", 200),
  internetGateways: vpc("L-A4707A72", "Internet gateways per Region", 5, { raisedWith: vpcs }),
  natGatewaysPerZone: vpc("L-FE5A380F", "NAT gateways per Availability Zone", 5),
  routeTablesPerVpc: vpc("L-589F43AA", "Route tables per VPC", 200),
  /** 50 until 2024; the stored copies of the page that say 500 are secondary ones. */
  routesPerRouteTable: vpc("L-93826ACB", "Routes per route table", 500, { maximum: 1000 }),
  securityGroups: vpc("L-E79EC296", "VPC security groups per Region", 2500),
  rulesPerSecurityGroup: vpc("L-0EA8095F", "Inbound or outbound rules per security group", 60),
  securityGroupsPerInterface: vpc("L-2AFB9258", "Security groups per network interface", 5, { maximum: 16 }),
  rulesPerNetworkAcl: vpc("L-2AEEBF1A", "Rules per network ACL", 20, { maximum: 40 }),
  gatewayEndpoints: vpc("L-1B52E74A", "Gateway VPC endpoints per Region", 20),
  interfaceEndpointsPerVpc: vpc("L-29B6F2EB", "Interface VPC endpoints per VPC", 50),
  /** Service Quotas' code of it is not known here. */
  endpointPolicy: vpc("endpoint-policy-characters", "Characters per VPC endpoint policy", 20_480, {
    adjustable: false,
    source: "https://docs.aws.amazon.com/general/latest/gr/vpc-service.html",
  }),
} as const satisfies Record<string, Quota>;
