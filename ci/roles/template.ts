import { partitionOf } from "../../components/core/regions";
import type { Environment } from "../../stacks/environment";
import { stateBucket, stateKey } from "../places";
import { applyRole } from "./apply";
import type { Role } from "./document";
import { planRole } from "./plan";
import { applyTrust, issuerOf, planTrust, type Repository } from "./trust";

type Resource = Readonly<Record<string, unknown>>;

/** The roles of an environment. `others` are those whose states are in the same bucket. */
export function rolesOf(
  environment: Environment,
  repository: Repository,
  others: readonly string[] = [],
): { plan: Role; apply: Role } {
  return {
    plan: planRole(environment, planTrust(environment, repository)),
    apply: applyRole(environment, applyTrust(environment, repository), others),
  };
}

/**
 * A CloudFormation template of what a pipeline needs in an account and region before Pulumi can run there: the OIDC
 * provider, the bucket and keys of the states, and the roles of each of `environments`.
 */
export function bootstrapTemplate(environments: readonly [Environment, ...Environment[]], repository: Repository) {
  const [first] = environments;
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `What the pipeline of ${repository.name} needs in ${first.accountId}, ${first.region}; docs/ci.md`,
    Parameters: {
      CreateProvider: {
        ...{ Type: "String", Default: "yes", AllowedValues: ["yes", "no"] },
        Description: "no where the account has this OIDC provider already: there is one for all regions",
      },
    },
    Conditions: { CreatesProvider: { "Fn::Equals": [{ Ref: "CreateProvider" }, "yes"] } },
    Resources: {
      Provider: provider(repository),
      ...bucket(first),
      ...Object.fromEntries(environments.flatMap((one) => resourcesOf(one, repository, namesBut(one, environments)))),
    },
  };
}

const namesBut = (one: Environment, all: readonly Environment[]) =>
  all.filter((other) => other !== one).map(({ name }) => name);

function provider(repository: Repository): Resource {
  return {
    Type: "AWS::IAM::OIDCProvider",
    Condition: "CreatesProvider",
    DeletionPolicy: "Retain",
    UpdateReplacePolicy: "Retain",
    Properties: { Url: `https://${issuerOf(repository)}`, ClientIdList: ["sts.amazonaws.com"] },
  };
}

/** Versions stay for a year: what a state was is how a mistake is undone. */
function bucket(environment: Environment): Record<string, Resource> {
  const arn = `arn:${partitionOf(environment.region)}:s3:::${stateBucket(environment)}`;
  const kept = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };
  return {
    States: {
      ...{ Type: "AWS::S3::Bucket", ...kept },
      Properties: {
        BucketName: stateBucket(environment),
        VersioningConfiguration: { Status: "Enabled" },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        PublicAccessBlockConfiguration: {
          ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        LifecycleConfiguration: {
          Rules: [{ Id: "old-versions", Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 365 } }],
        },
      },
    },
    StatesPolicy: {
      Type: "AWS::S3::BucketPolicy",
      Properties: {
        Bucket: { Ref: "States" },
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              ...{ Sid: "OnlyByTls", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [arn, `${arn}/*`] },
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        },
      },
    },
  };
}

function resourcesOf(
  environment: Environment,
  repository: Repository,
  others: readonly string[],
): [string, Resource][] {
  const { plan, apply } = rolesOf(environment, repository, others);
  const name = logicalName(environment.name);
  return [...key(environment, name), [`${name}PlanRole`, role(plan)], [`${name}ApplyRole`, role(apply)]];
}

/** The key of an environment's secrets, unless its file names one that is there already. */
function key(environment: Environment, name: string): [string, Resource][] {
  const alias = stateKey(environment);
  if (!alias.startsWith("alias/")) return [];
  const root = `arn:${partitionOf(environment.region)}:iam::${environment.accountId}:root`;
  const made = {
    ...{ Type: "AWS::KMS::Key", DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" },
    Properties: {
      Description: `Secrets in the states of ${environment.name}`,
      EnableKeyRotation: true,
      KeyPolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" }],
      },
    },
  };
  const named = { Type: "AWS::KMS::Alias", Properties: { AliasName: alias, TargetKeyId: { Ref: `${name}Key` } } };
  return [
    [`${name}Key`, made],
    [`${name}KeyAlias`, named],
  ];
}

function role({ name, description, trust, managed, permissions, maxSession }: Role): Resource {
  // A name with slashes is a path and a name.
  const at = name.lastIndexOf("/");
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      ...(at >= 0 && { Path: `/${name.slice(0, at)}/` }),
      ...{ RoleName: name.slice(at + 1), Description: description, MaxSessionDuration: maxSession },
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: managed,
      Policies: [{ PolicyName: "foundation", PolicyDocument: permissions }],
    },
  };
}

/** Letters and digits only, e.g. EuStaging of eu-staging. */
const logicalName = (name: string) =>
  name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()).replaceAll("-", "");
