import { untypedRule } from "../../../core/rule";

const bucket = ["acl", "grants", "policy", "serverSideEncryptionConfiguration", "versioning"];
const database = ["storageEncrypted", "kmsKeyId", "deletionProtection", "backupRetentionPeriod", "vpcSecurityGroupIds"];
const role = ["rules", "aggregationRule"];
const binding = ["roleRef", "subjects"];
const policy = ["policy"];

/** Properties on which access and encryption hang, by type. */
const guarded: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudtrail/trail:Trail": ["enableLogging", "enableLogFileValidation", "isMultiRegionTrail", "kmsKeyId"],
  "aws:ec2/securityGroup:SecurityGroup": ["ingress", "egress"],
  "aws:ecr/repository:Repository": ["imageTagMutability"],
  "aws:ecr/repositoryPolicy:RepositoryPolicy": policy,
  "aws:eks/cluster:Cluster": [
    // Who has made a cluster is its administrator or not from the first day on: nothing changes that later.
    "accessConfig.authenticationMode",
    ...["enabledClusterLogTypes", "encryptionConfig"],
    ...["endpointPrivateAccess", "endpointPublicAccess", "publicAccessCidrs"].map((name) => `vpcConfig.${name}`),
  ],
  "aws:iam/policy:Policy": policy,
  "aws:iam/role:Role": ["assumeRolePolicy", "inlinePolicies", "managedPolicyArns", "permissionsBoundary"],
  "aws:iam/rolePolicy:RolePolicy": policy,
  "aws:kms/key:Key": ["policy", "enableKeyRotation", "isEnabled"],
  "aws:kms/keyPolicy:KeyPolicy": policy,
  "aws:lambda/functionUrl:FunctionUrl": ["authorizationType", "cors"],
  "aws:rds/cluster:Cluster": database,
  "aws:rds/instance:Instance": [...database, "publiclyAccessible"],
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketPolicy:BucketPolicy": policy,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": [
    ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
  ],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ["rules"],
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:s3/bucketVersioning:BucketVersioning": ["versioningConfiguration"],
  "aws:secretsmanager/secretPolicy:SecretPolicy": policy,
  "aws:sns/topicPolicy:TopicPolicy": policy,
  "aws:sqs/queuePolicy:QueuePolicy": policy,
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": ["spec"],
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": role,
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": binding,
  "kubernetes:rbac.authorization.k8s.io/v1:Role": role,
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": binding,
};

/** What was changed by hand does not stay. */
export const pulumiNoIgnoredSecurityChanges = untypedRule({
  name: "pulumi-no-ignored-security-changes",
  title: "No resource ignores changes of what its access or its encryption hangs on.",
  severity: "medium",
  types: Object.keys(guarded),
  controls: {},
  remediationSteps:
    "Take the property out of ignoreChanges; where another tool writes it, let that tool make the resource, or name only the part that it writes.",
  docs: {
    why: "A rule that somebody opened in the console is then neither shown by a preview nor undone by a deployment, and what the program says of it is not what holds.",
    good: [
      {
        type: "aws:ec2/securityGroup:SecurityGroup",
        name: "web",
        props: { description: "Web servers", ingress: [] },
        options: { ignoreChanges: ["tags"] },
      },
    ],
  },
  // pulumi.com/docs/iac/concepts/options/ignorechanges: the value of the state is taken in place of the program's.
  check({ type, options }, report) {
    for (const ignored of options?.ignoreChanges ?? []) {
      const hidden = (guarded[type] ?? []).filter((property) => overlap(stepsOf(ignored), stepsOf(property)));
      if (hidden.length > 0) report(`changes of ${hidden.join(" and ")} are ignored: take them out of ignoreChanges`);
    }
  },
});

/** The steps of a property path, e.g. of `ingress[0].cidrBlocks` or `["ingress"][0]["cidrBlocks"]`. */
const stepsOf = (path: string): readonly string[] => path.match(/[^.[\]"]+/g) ?? [];

/** Whether one path leads to the other, or through it. */
const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((step, index) => index >= b.length || step === b[index] || step === "*");
