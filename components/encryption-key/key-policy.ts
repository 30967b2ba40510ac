import type * as pulumi from "@pulumi/pulumi";
import { formatArn } from "../core/arn";
import { policyDocument, type ResourceStatement } from "../core/policy-document";
import { dnsSuffixOf, partitionOf } from "../core/regions";
import { EncryptionKeyService } from "./types";

interface KeyPolicyPlan {
  accountId: string;
  region: string;
  services: EncryptionKeyService[];
  administrators: pulumi.Output<string[]>;
}

/** In a key's policy, `*` is the key itself. */
const thisKey = "*";

const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/** What administrators do: docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html, without the use of the key. */
const administer = [
  "kms:CancelKeyDeletion",
  "kms:Create*",
  "kms:Delete*",
  "kms:Describe*",
  "kms:Disable*",
  "kms:Enable*",
  "kms:Get*",
  "kms:List*",
  "kms:Put*",
  "kms:Revoke*",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:Update*",
];

/** The key's policy: the account's IAM policies govern it, and the named services and administrators use and manage it. */
export function keyPolicy(plan: KeyPolicyPlan): pulumi.Output<string> {
  const { accountId, region, services } = plan;
  const partition = partitionOf(region);
  const root: ResourceStatement = {
    // Without it IAM policies mean nothing for the key, and nobody can ever change this policy again.
    Sid: "AccountPoliciesGovern",
    Effect: "Allow",
    Principal: { AWS: formatArn({ partition, service: "iam", region: "", accountId, resource: "root" }) },
    Action: "kms:*",
    Resource: thisKey,
  };
  const ofServices = services.flatMap((service) => statementsFor[service]({ accountId, region, partition }));
  const statements = plan.administrators.apply((administrators) => [
    root,
    ...(administrators.length > 0 ? [administration(administrators)] : []),
    ...ofServices,
  ]);
  return policyDocument("key", statements);
}

function administration(administrators: string[]): ResourceStatement {
  return {
    Sid: "Administration",
    Effect: "Allow",
    Principal: { AWS: administrators },
    Action: administer,
    Resource: thisKey,
  };
}

interface Place {
  accountId: string;
  region: string;
  partition: string;
}

const statementsFor: Record<EncryptionKeyService, (place: Place) => ResourceStatement[]> = {
  /** Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
  [EncryptionKeyService.CloudWatchLogs]: ({ accountId, region, partition }) => {
    const logGroups = formatArn({ partition, service: "logs", region, accountId, resource: "*" });
    return [
      {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.${dnsSuffixOf(partition)}` },
        Action: use,
        Resource: thisKey,
        Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } },
      },
    ];
  },
  /** Source: docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html; the grant is how a volume stays attached. */
  [EncryptionKeyService.Ebs]: (place) => [
    viaService("Ebs", "ec2", use, place),
    {
      ...viaService("EbsGrants", "ec2", ["kms:CreateGrant"], place),
      Condition: { ...viaCondition("ec2", place), Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ],
  /** Source: docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
  [EncryptionKeyService.SecretsManager]: (place) => [viaService("SecretsManager", "secretsmanager", use, place)],
};

/** Any principal of the account, but only by way of the service, which asks for the principal's own permission first. */
function viaService(sid: string, service: string, actions: string[], place: Place): ResourceStatement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: actions,
    Resource: thisKey,
    Condition: viaCondition(service, place),
  };
}

function viaCondition(service: string, { accountId, region, partition }: Place) {
  return {
    StringEquals: {
      "kms:CallerAccount": accountId,
      "kms:ViaService": `${service}.${region}.${dnsSuffixOf(partition)}`,
    },
  };
}
