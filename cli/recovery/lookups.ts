import { crc32 } from "node:zlib";
import * as aws from "@pulumi/aws";

/** Reads a string of the inputs that the create was called with. */
type Input = (key: string) => string | undefined;

/**
 * How an object that a dead engine may have made is found in AWS:
 * - `id`: its id follows from its inputs; a read tells whether it exists. Where only the logical name is known, since the
 *   provider chose the rest, `alike` asks for all that it may have chosen;
 * - `tags`: by all of its tags, its Name among them, through the Resource Groups Tagging API;
 * - `query`: by a call of its own service;
 * - `adoption`: making it again is the same as taking over what is there (AWS's default objects, account settings).
 */
export type Lookup =
  | { by: "id"; id: (input: Input) => string | undefined; alike?: Query }
  | { by: "tags"; resourceType: string }
  | { by: "query"; ids: Query }
  | { by: "adoption" };

/** Answers with ids; undefined where the inputs do not say enough yet. */
type Query = (inputs: Record<string, unknown>, opts: { provider: aws.Provider }) => Promise<string[] | undefined>;

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
  "aws:iam/role:Role": { by: "id", id: joined("", "name"), alike: rolesAlike },
  "aws:iam/rolePolicy:RolePolicy": { by: "id", id: joined(":", "role", "name"), alike: rolePoliciesAlike },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": byId("/", "role", "policyArn"),
  "aws:kms/alias:Alias": byId("", "name"),
  "aws:kms/key:Key": byTags("kms:key"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": byTags("ec2:security-group-rule"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": byTags("ec2:security-group-rule"),
};

/** A subnet has at most one association with a route table of its own (VPC user guide, subnet route tables). */
async function associationIds(
  { subnetId, routeTableId }: Record<string, unknown>,
  opts: { provider: aws.Provider },
): Promise<string[] | undefined> {
  if (typeof subnetId !== "string" || typeof routeTableId !== "string") return undefined;
  const table = await ifThere(aws.ec2.getRouteTable({ routeTableId }, opts));
  return (table?.associations ?? [])
    .filter((association) => association.subnetId === subnetId)
    .map((association) => association.routeTableAssociationId);
}

/** How AWS, and the provider's functions, say that there is no such thing. */
const isAbsent = /NoSuchEntity|NotFound|no results|empty result|couldn't find/i;

/** The answer of a function; undefined where what it is about does not exist, and so nothing in it either. */
async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && isAbsent.test(error.message)) return undefined;
    throw error;
  }
}

/** Names that the provider may choose in the place of `name`: its logical name and seven hexadecimal digits. */
function pattern(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  return `^${name.replace(/-[0-9a-f]{7}$/, "").replace(/[.+]/g, "\\$&")}(-[0-9a-f]{7})?$`;
}

async function rolesAlike({ name }: Record<string, unknown>, opts: { provider: aws.Provider }) {
  const nameRegex = pattern(name);
  return nameRegex === undefined ? undefined : (await aws.iam.getRoles({ nameRegex }, opts)).names;
}

async function rolePoliciesAlike({ role, name }: Record<string, unknown>, opts: { provider: aws.Provider }) {
  const nameRegex = pattern(name);
  if (typeof role !== "string" || nameRegex === undefined) return undefined;
  const answer = await ifThere(aws.iam.getRolePolicies({ roleName: role }, opts));
  return (answer?.policyNames ?? [])
    .filter((policy) => new RegExp(nameRegex).test(policy))
    .map((policy) => `${role}:${policy}`);
}

/** `r-`, the table's id and the CRC-32 of the destination (terraform-provider-aws, internal/service/ec2/vpc_route.go). */
function routeId(input: Input): string | undefined {
  const destination =
    input("destinationCidrBlock") ?? input("destinationIpv6CidrBlock") ?? input("destinationPrefixListId");
  const table = input("routeTableId");
  return destination === undefined || table === undefined ? undefined : `r-${table}${crc32(destination)}`;
}
