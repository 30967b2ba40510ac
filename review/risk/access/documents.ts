/** What a policy document is about: those who have it, who may take a role, or a resource. */
export type DocumentKind = "identity" | "trust" | "resource";

export interface DocumentProperty {
  readonly path: string;
  readonly kind: DocumentKind;
  /** What is in force where there is none, as a document. */
  readonly absent?: string;
}

const identity = { path: "policy", kind: "identity" } as const;
const resource = { path: "policy", kind: "resource" } as const;
const access = { path: "accessPolicies", kind: "resource" } as const;

/** Without a policy, an endpoint lets everything through (docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html). */
const endpoint = {
  ...resource,
  absent: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
} as const;

/** Where policy documents stand; a type has one entry for each. */
export const documents: Readonly<Record<string, readonly DocumentProperty[]>> = {
  "aws:iam/policy:Policy": [identity],
  "aws:iam/rolePolicy:RolePolicy": [identity],
  "aws:iam/userPolicy:UserPolicy": [identity],
  "aws:iam/groupPolicy:GroupPolicy": [identity],
  "aws:iam/role:Role": [
    { path: "assumeRolePolicy", kind: "trust" },
    { path: "inlinePolicies", kind: "identity" },
  ],
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": [{ path: "inlinePolicy", kind: "identity" }],
  "aws:organizations/policy:Policy": [{ path: "content", kind: "identity" }],
  "aws:iot/policy:Policy": [identity],
  "aws:s3/bucket:Bucket": [resource],
  "aws:s3/bucketV2:BucketV2": [resource],
  "aws:s3/bucketPolicy:BucketPolicy": [resource],
  "aws:s3/accessPoint:AccessPoint": [resource],
  "aws:s3control/accessPointPolicy:AccessPointPolicy": [resource],
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": [{ path: "resourcePolicy", kind: "resource" }],
  "aws:kms/key:Key": [resource],
  "aws:kms/keyPolicy:KeyPolicy": [resource],
  "aws:kms/externalKey:ExternalKey": [resource],
  "aws:kms/replicaKey:ReplicaKey": [resource],
  "aws:sqs/queue:Queue": [resource],
  "aws:sqs/queuePolicy:QueuePolicy": [resource],
  "aws:sns/topic:Topic": [resource],
  "aws:sns/topicPolicy:TopicPolicy": [resource],
  "aws:ecr/repositoryPolicy:RepositoryPolicy": [resource],
  "aws:ecr/registryPolicy:RegistryPolicy": [resource],
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": [resource],
  "aws:secretsmanager/secret:Secret": [resource],
  "aws:secretsmanager/secretPolicy:SecretPolicy": [resource],
  "aws:dynamodb/resourcePolicy:ResourcePolicy": [resource],
  "aws:kinesis/resourcePolicy:ResourcePolicy": [resource],
  "aws:efs/fileSystemPolicy:FileSystemPolicy": [resource],
  "aws:backup/vaultPolicy:VaultPolicy": [resource],
  "aws:glacier/vault:Vault": [{ path: "accessPolicy", kind: "resource" }],
  "aws:opensearch/domain:Domain": [access],
  "aws:opensearch/domainPolicy:DomainPolicy": [access],
  "aws:elasticsearch/domain:Domain": [access],
  "aws:elasticsearch/domainPolicy:DomainPolicy": [access],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [endpoint],
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": [endpoint],
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": [resource],
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": [{ path: "policyDocument", kind: "resource" }],
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": [{ path: "accessPolicy", kind: "resource" }],
  "aws:glue/resourcePolicy:ResourcePolicy": [resource],
  "aws:codeartifact/domainPermissions:DomainPermissions": [{ path: "policyDocument", kind: "resource" }],
  "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy": [
    { path: "policyDocument", kind: "resource" },
  ],
  "aws:apigateway/restApi:RestApi": [resource],
  "aws:apigateway/restApiPolicy:RestApiPolicy": [resource],
  "aws:acmpca/policy:Policy": [resource],
};
