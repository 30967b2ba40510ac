import { crc32 } from "node:zlib";
import * as aws from "@pulumi/aws";

/** Reads a string of the inputs that the create was called with. */
type Input = (key: string) => string | undefined;

/**
 * How an object that a dead engine may have made is found in AWS:
 * - `id`: its id follows from its inputs; a read tells whether it exists;
 * - `tags`: by all of its tags, its Name among them, through the Resource Groups Tagging API;
 * - `query`: by a call of its own service;
 * - `adoption`: making it again is the same as taking over what is there (AWS's default objects, account settings).
 */
export type Lookup =
  | { by: "id"; id: (input: Input) => string | undefined }
  | { by: "tags"; resourceType: string }
  | { by: "query"; ids: (inputs: Record<string, unknown>, opts: { provider: aws.Provider }) => Promise<string[]> }
  | { by: "adoption" };

/** Joins inputs to an id; undefined where one is missing. */
const joined =
  (separator: string, ...keys: string[]) =>
  (input: Input): string | undefined => {
    const parts = keys.map(input);
    return parts.some((part) => part === undefined) ? undefined : parts.join(separator);
  };

const byId = (separator: string, ...keys: string[]): Lookup => ({ by: "id", id: joined(separator, ...keys) });
const byTags = (resourceType: string): Lookup => ({ by: "tags", resourceType });

/**
 * Id forms are those of the provider's import documentation, one page a type; resource types are those of the Resource
 * Groups Tagging API (`service:resource`).
 */
export const lookups: Record<string, Lookup> = {
  "aws:cloudwatch/logGroup:LogGroup": byId("", "name"),
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": { by: "adoption" },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": { by: "adoption" },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { by: "adoption" },
  "aws:ec2/eip:Eip": byTags("ec2:elastic-ip"),
  "aws:ec2/flowLog:FlowLog": byTags("ec2:vpc-flow-log"),
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": { by: "adoption" },
  "aws:ec2/internetGateway:InternetGateway": byTags("ec2:internet-gateway"),
  "aws:ec2/launchTemplate:LaunchTemplate": byTags("ec2:launch-template"),
  "aws:ec2/natGateway:NatGateway": byTags("ec2:natgateway"),
  "aws:ec2/route:Route": { by: "id", id: routeId },
  "aws:ec2/routeTable:RouteTable": byTags("ec2:route-table"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { by: "query", ids: associationIds },
  "aws:ec2/securityGroup:SecurityGroup": byTags("ec2:security-group"),
  "aws:ec2/subnet:Subnet": byTags("ec2:subnet"),
  "aws:ec2/vpc:Vpc": byTags("ec2:vpc"),
  "aws:ec2/vpcEndpoint:VpcEndpoint": byTags("ec2:vpc-endpoint"),
  "aws:eks/accessEntry:AccessEntry": byId(":", "clusterName", "principalArn"),
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": byId("#", "clusterName", "principalArn", "policyArn"),
  "aws:eks/addon:Addon": byId(":", "clusterName", "addonName"),
  "aws:eks/cluster:Cluster": byId("", "name"),
  "aws:eks/nodeGroup:NodeGroup": byId(":", "clusterName", "nodeGroupName"),
  "aws:iam/instanceProfile:InstanceProfile": byId("", "name"),
  "aws:iam/role:Role": byId("", "name"),
  "aws:iam/rolePolicy:RolePolicy": byId(":", "role", "name"),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": byId("/", "role", "policyArn"),
  "aws:kms/alias:Alias": byId("", "name"),
  "aws:kms/key:Key": byTags("kms:key"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": byTags("ec2:security-group-rule"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": byTags("ec2:security-group-rule"),
};

/** A subnet has at most one association with a route table of its own (VPC user guide, subnet route tables). */
async function associationIds(inputs: Record<string, unknown>, opts: { provider: aws.Provider }): Promise<string[]> {
  const subnetId = String(inputs.subnetId);
  const table = await aws.ec2.getRouteTable({ routeTableId: String(inputs.routeTableId) }, opts);
  return table.associations
    .filter((association) => association.subnetId === subnetId)
    .map((association) => association.routeTableAssociationId);
}

/** `r-`, the table's id and the CRC-32 of the destination (terraform-provider-aws, internal/service/ec2/vpc_route.go). */
function routeId(input: Input): string | undefined {
  const destination =
    input("destinationCidrBlock") ?? input("destinationIpv6CidrBlock") ?? input("destinationPrefixListId");
  const table = input("routeTableId");
  return destination === undefined || table === undefined ? undefined : `r-${table}${crc32(destination)}`;
}
