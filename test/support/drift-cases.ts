export const account = "444455556666";

const trust = (service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
  });
/** A policy that allows `action` on everything. */
export const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const keyPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*", Principal: { AWS: `arn:aws:iam::${account}:root` } }],
});

/** What somebody changes in the console, by TYPE/NAME; null takes a property away. */
export const outsideChanges: Record<string, Record<string, string | null>> = {
  "Vpc/staging": { enableDnsHostnames: "false" },
  "Subnet/staging-private-eu-west-1a": { mapPublicIpOnLaunch: "true" },
  "Subnet/staging-intra-eu-west-1a": { "tags.Owner": "alice" },
  "Subnet/staging-intra-eu-west-1b": { "tags.Name": "renamed" },
  "Subnet/staging-intra-eu-west-1c": { "tags.cost-center": null },
  "Subnet/staging-public-eu-west-1a": { "tags.environment": "prod" },
  "SecurityGroupIngressRule/staging-endpoints-https": { fromPort: "22", cidrIpv4: "0.0.0.0/0" },
  "VpcEndpoint/staging-s3": { policy: allow("s3:*") },
  "VpcEndpoint/staging-sts": { privateDnsEnabled: "false" },
  "LogGroup/staging-flow-logs": { retentionInDays: "1" },
  "InstanceMetadataDefaults/staging": { httpTokens: "optional" },
  "Eip/staging-nat-regional-eu-west-1a": { "tags.Name": "mine" },
  "FlowLog/staging-flow-logs": { "tags.Name": null },
  "RolePolicy/staging-flow-logs": { policy: allow("*") },
  "Key/staging-cluster": { enableKeyRotation: "false", policy: keyPolicy, description: "mine" },
  "Role/staging-node": {
    assumeRolePolicy: trust("lambda.amazonaws.com"),
    maxSessionDuration: "7200",
    description: "mine",
    permissionsBoundary: `arn:aws:iam::aws:policy/AdministratorAccess`,
  },
  "Cluster/staging": {
    "vpcConfig.endpointPublicAccess": "true",
    "vpcConfig.publicAccessCidrs": '["0.0.0.0/0"]',
    enabledClusterLogTypes: "[]",
    deletionProtection: "false",
  },
  "NodeGroup/staging-system": { "scalingConfig.desiredSize": "3", "labels.team": "mine" },
  "AccessEntry/staging-developers": { kubernetesGroups: '["admins"]' },
  "LaunchTemplate/staging-system": { description: "mine" },
  "Addon/staging-coredns": { configurationValues: '{"replicaCount":1}' },
};

/** What drift tells of that: each thing, and each property with its kind, `?` where no program sets it. */
export const expectedChanges: string[] = [
  "AccessEntry/staging-developers add kubernetesGroups[0]?",
  "Addon/staging-coredns update configurationValues?",
  "Alias/staging-cluster update targetKeyArn?, update targetKeyId",
  [
    "Cluster/staging-eksCluster update deletionProtection",
    ...[0, 1, 2, 3, 4].map((index) => `delete enabledClusterLogTypes[${index}]`),
    "update vpcConfig.endpointPublicAccess",
    "add vpcConfig.publicAccessCidrs[0]?",
  ].join(", "),
  "Eip/staging-nat-regional-eu-west-1a update tags.Name",
  "FlowLog/staging-flow-logs delete tags.Name",
  "InstanceMetadataDefaults/staging update httpTokens",
  "Key/staging-cluster update description, update enableKeyRotation, update policy",
  "LaunchTemplate/staging-system add description, update latestVersion?",
  "LogGroup/staging-flow-logs update retentionInDays",
  "NodeGroup/staging-system add labels.team, update scalingConfig.desiredSize",
  "Role/staging-node update assumeRolePolicy, add description, update maxSessionDuration, add permissionsBoundary",
  "RolePolicy/staging-flow-logs update policy",
  "Route/staging-private-eu-west-1a add gatewayId, delete natGatewayId",
  "RouteTableAssociation/staging-intra-eu-west-1a update routeTableId",
  "SecurityGroupIngressRule/staging-endpoints-https update cidrIpv4, update fromPort",
  "Subnet/staging-intra-eu-west-1a add tags.Owner",
  "Subnet/staging-intra-eu-west-1b update tags.Name",
  'Subnet/staging-intra-eu-west-1c delete tags["cost-center"]',
  "Subnet/staging-private-eu-west-1a update mapPublicIpOnLaunch",
  "Subnet/staging-public-eu-west-1a update tags.environment",
  "Vpc/staging update enableDnsHostnames",
  "VpcEndpoint/staging-s3 update policy?",
  "VpcEndpoint/staging-sts update privateDnsEnabled",
];

/** What somebody deletes, in an order that AWS allows. */
export const outsideDeletions: string[] = [
  "Route/staging-private-eu-west-1b",
  "SecurityGroupIngressRule/staging-endpoints-https",
  "RouteTableAssociation/staging-intra-eu-west-1b",
  "VpcEndpoint/staging-logs",
  "FlowLog/staging-flow-logs",
  "RolePolicy/staging-flow-logs",
  "LogGroup/staging-flow-logs",
  "RolePolicyAttachment/staging-node-AmazonEKSWorkerNodePolicy",
  "AccessPolicyAssociation/staging-developers",
  "AccessEntry/staging-developers",
  "Addon/staging-coredns",
  "NodeGroup/staging-general",
  "Alias/staging-cluster",
  "Role/staging-flow-logs",
  "NatGateway/staging-nat-regional",
  "Eip/staging-nat-regional-eu-west-1a",
];
