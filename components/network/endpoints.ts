import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import type { NetworkContext } from "./context";

/** The services that have gateway endpoints, which cost nothing: docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const gatewayServices = ["s3", "dynamodb"];

/** Keeps traffic to S3 and DynamoDB off NAT, which costs by the GB, and lets the intra tier reach them. */
export function createGatewayEndpoints(context: NetworkContext, tables: aws.ec2.RouteTable[]): void {
  const { name, region, vpc, child, tags, override } = context;
  for (const service of gatewayServices) {
    const key = `${name}-${service}`;
    const args = {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Gateway",
      routeTableIds: tables.map(({ id }) => id),
      tags: tags(key),
    };
    new aws.ec2.VpcEndpoint(key, withOverride<aws.ec2.VpcEndpointArgs>(args, override.gatewayEndpoint), child);
  }
}

interface InterfaceEndpointPlan {
  services: string[];
  subnetIds: pulumi.Output<string>[];
  vpcCidr: string;
}

/** Network interfaces by which the VPC reaches AWS services under their usual names. */
export function createInterfaceEndpoints(context: NetworkContext, plan: InterfaceEndpointPlan): void {
  const { name, region, vpc, child, tags, override } = context;
  if (plan.services.length === 0) return;
  const securityGroup = createSecurityGroup(context, plan.vpcCidr);
  for (const service of plan.services) {
    const key = `${name}-${service}`;
    const args = {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: plan.subnetIds,
      securityGroupIds: [securityGroup.id],
      tags: tags(key),
    };
    new aws.ec2.VpcEndpoint(key, withOverride<aws.ec2.VpcEndpointArgs>(args, override.interfaceEndpoint), child);
  }
}

/** Endpoints answer and never call, so there is no way out; the provider removes the one that AWS opens by itself. */
function createSecurityGroup({ name, vpc, child, tags }: NetworkContext, vpcCidr: string): aws.ec2.SecurityGroup {
  const key = `${name}-endpoints`;
  const securityGroup = new aws.ec2.SecurityGroup(
    key,
    { vpcId: vpc.id, description: "Interface endpoints of AWS services", tags: tags(key) },
    child,
  );
  new aws.vpc.SecurityGroupIngressRule(
    `${key}-https`,
    {
      securityGroupId: securityGroup.id,
      description: "HTTPS from the VPC",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: vpcCidr,
      tags: tags(`${key}-https`),
    },
    child,
  );
  return securityGroup;
}
