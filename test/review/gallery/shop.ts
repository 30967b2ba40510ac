import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../../../components/encryption-key/encryption-key";
import { EncryptionKeyService } from "../../../components/encryption-key/types";

/** What may be another in a change of the shop; the defaults are how it is. */
export interface Shop {
  readonly owner: string;
  readonly databaseName: string;
  readonly database: Partial<aws.rds.InstanceArgs>;
  readonly reports: Partial<aws.rds.InstanceArgs>;
  readonly invoices: boolean;
  readonly table: Partial<aws.dynamodb.TableArgs>;
  readonly apiPolicy: readonly object[];
  readonly apiTrust: object;
  readonly clients: readonly string[];
  readonly publicAccess: Partial<aws.s3.BucketPublicAccessBlockArgs>;
  readonly logRetention: number;
  readonly token: string;
  readonly keyWindow: number;
  readonly broker: boolean;
  readonly invoicesPolicy: readonly object[];
}

const account = "111122223333";
const serviceTrust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
const readInvoices = {
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:ListBucket"],
  Resource: ["arn:aws:s3:::shop-invoices", "arn:aws:s3:::shop-invoices/*"],
};

export const shop: Shop = {
  owner: "shop-team",
  databaseName: "orders",
  database: {},
  reports: {},
  invoices: true,
  table: {},
  apiPolicy: [readInvoices],
  apiTrust: serviceTrust,
  clients: ["10.20.0.0/16", "10.30.0.0/16"],
  publicAccess: {},
  logRetention: 90,
  token: "canary-before",
  keyWindow: 30,
  broker: false,
  invoicesPolicy: [],
};

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A product team's stack of raw resources, as many have: databases, a bucket, a role, a network in front. */
export const shopProgram = (changed: Partial<Shop> = {}) => {
  const wanted = { ...shop, ...changed };
  return async (): Promise<void> => {
    const tags = { owner: wanted.owner, "cost-center": "2000", environment: "prod", "managed-by": "foundation" };
    const provider = new aws.Provider("shop", {
      region: "eu-west-1",
      allowedAccountIds: [account],
      defaultTags: { tags: { ...tags, "data-classification": "confidential" } },
    });
    const key = new EncryptionKey(
      "shop",
      {
        ...{ accountId: account, region: "eu-west-1", description: "Data of the shop" },
        ...{ services: [EncryptionKeyService.CloudWatchLogs], deletionWindowInDays: wanted.keyWindow },
      },
      { providers: { aws: provider } },
    );
    data(wanted, key.keyArn, provider);
    access(wanted, provider);
  };
};

function data(wanted: Shop, keyArn: pulumi.Output<string>, provider: aws.Provider): void {
  const database = {
    engine: "postgres",
    engineVersion: "17.4",
    instanceClass: "db.t4g.large",
    allocatedStorage: 100,
    storageType: "gp3",
    storageEncrypted: true,
    username: "shop",
    manageMasterUserPassword: true,
    multiAz: true,
    backupRetentionPeriod: 14,
    iamDatabaseAuthenticationEnabled: true,
    enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
    deletionProtection: true,
    finalSnapshotIdentifier: "last",
  } satisfies aws.rds.InstanceArgs;
  const { databaseName } = wanted;
  new aws.rds.Instance(
    databaseName,
    { ...database, identifier: databaseName, kmsKeyId: keyArn, ...wanted.database },
    { provider },
  );
  // From the time before there was a key.
  const old = { identifier: "reports", storageEncrypted: false, multiAz: false, deletionProtection: false };
  new aws.rds.Instance("reports", { ...database, ...old, ...wanted.reports }, { provider });
  new aws.dynamodb.Table(
    "carts",
    {
      name: "carts",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "customer",
      attributes: [{ name: "customer", type: "S" }],
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      deletionProtectionEnabled: true,
      ...wanted.table,
    },
    { provider },
  );
  if (wanted.invoices) bucket(wanted, keyArn, provider);
  const secret = new aws.secretsmanager.Secret("payments", { name: "payments", kmsKeyId: keyArn }, { provider });
  new aws.secretsmanager.SecretVersion(
    "payments",
    { secretId: secret.id, secretString: pulumi.secret(wanted.token) },
    { provider },
  );
  new aws.cloudwatch.LogGroup(
    "api",
    { name: "/shop/api", retentionInDays: wanted.logRetention, kmsKeyId: keyArn },
    { provider },
  );
  if (wanted.broker) {
    const broker = { engineType: "RabbitMQ", engineVersion: "3.13", hostInstanceType: "mq.m5.large" };
    new aws.mq.Broker(
      "events",
      { ...broker, brokerName: "events", users: [{ username: "shop", password: pulumi.secret("canary-broker") }] },
      { provider },
    );
  }
}

function bucket(wanted: Shop, keyArn: pulumi.Output<string>, provider: aws.Provider): void {
  const invoices = new aws.s3.Bucket("invoices", { bucket: "shop-invoices" }, { provider });
  const shut = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  new aws.s3.BucketPublicAccessBlock(
    "invoices",
    { bucket: invoices.id, ...shut, ...wanted.publicAccess },
    { provider },
  );
  const everybody = { Principal: "*", Resource: ["arn:aws:s3:::shop-invoices", "arn:aws:s3:::shop-invoices/*"] };
  const onlyTls = {
    ...{ Sid: "OnlyTls", Effect: "Deny", Action: "s3:*", ...everybody },
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  new aws.s3.BucketPolicy(
    "invoices",
    { bucket: invoices.id, policy: document(onlyTls, ...wanted.invoicesPolicy) },
    { provider },
  );
  new aws.s3.BucketVersioning(
    "invoices",
    { bucket: invoices.id, versioningConfiguration: { status: "Enabled" } },
    { provider },
  );
  const applyServerSideEncryptionByDefault = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    "invoices",
    { bucket: invoices.id, rules: [{ applyServerSideEncryptionByDefault, bucketKeyEnabled: true }] },
    { provider },
  );
}

function access(wanted: Shop, provider: aws.Provider): void {
  const role = new aws.iam.Role("api", { name: "shop-api", assumeRolePolicy: document(wanted.apiTrust) }, { provider });
  new aws.iam.RolePolicy("api", { role: role.name, name: "data", policy: document(...wanted.apiPolicy) }, { provider });
  const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.40.0.0/16" }, { provider });
  new aws.ec2.DefaultSecurityGroup("shop", { vpcId: vpc.id }, { provider });
  const group = new aws.ec2.SecurityGroup(
    "orders",
    { vpcId: vpc.id, name: "orders", description: "Who reaches the database of orders" },
    { provider },
  );
  for (const cidrIpv4 of wanted.clients) {
    new aws.vpc.SecurityGroupIngressRule(
      `orders-${cidrIpv4.replaceAll(/[./]/g, "-")}`,
      { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 5432, toPort: 5432, cidrIpv4, description: "Clients" },
      { provider },
    );
  }
}
