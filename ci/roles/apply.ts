import { partitionOf } from "../../components/core/regions";
import type { Environment } from "../../stacks/environment";
import { planRoleName, stateArn } from "../places";
import { type PolicyDocument, policyDocument, type Role, type Statement } from "./document";

/** Services that the stacks hand roles to. */
const servicesWithRoles = [
  "eks.amazonaws.com",
  "ec2.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
  "pods.eks.amazonaws.com",
];

/** Actions on roles, and on what is made with them. */
const rolesAndWhatTheyNeed = [
  ...["iam:Get*", "iam:List*", "iam:CreateRole", "iam:DeleteRole", "iam:UpdateRole", "iam:UpdateRoleDescription"],
  ...["iam:UpdateAssumeRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:AttachRolePolicy"],
  ...["iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:TagRole", "iam:UntagRole"],
  ...["iam:CreatePolicy", "iam:DeletePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicyVersion"],
  ...["iam:SetDefaultPolicyVersion", "iam:TagPolicy", "iam:UntagPolicy", "iam:CreateInstanceProfile"],
  ...["iam:DeleteInstanceProfile", "iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile"],
  ...["iam:TagInstanceProfile", "iam:UntagInstanceProfile", "iam:CreateOpenIDConnectProvider"],
  ...["iam:DeleteOpenIDConnectProvider", "iam:UpdateOpenIDConnectProviderThumbprint"],
  ...["iam:TagOpenIDConnectProvider", "iam:UntagOpenIDConnectProvider"],
];

/** The role that applies `environment`, from main alone. `others` are the environments whose states are in the same bucket. */
export function applyRole(environment: Environment, trust: PolicyDocument, others: readonly string[]): Role {
  const partition = partitionOf(environment.region);
  return {
    name: environment.deployRole,
    description: `Applies ${environment.name} from main`,
    trust,
    managed: [`arn:${partition}:iam::aws:policy/PowerUserAccess`],
    permissions: applyPermissions(environment, others),
    maxSession: 7_200,
  };
}

/** PowerUserAccess has nothing of IAM, and too much of what keeps the records and these roles themselves. */
export function applyPermissions(environment: Environment, others: readonly string[]): PolicyDocument {
  const { accountId, region, deployRole } = environment;
  const partition = partitionOf(region);
  const iam = (what: string) => `arn:${partition}:iam::${accountId}:${what}`;
  const bucket = stateArn(environment);
  return policyDocument(
    {
      Sid: "RolesOfStacks",
      Effect: "Allow",
      Action: rolesAndWhatTheyNeed,
      Resource: ["role/*", "policy/*", "instance-profile/*", "oidc-provider/*"].map(iam),
    },
    {
      Sid: "HandRolesToServices",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: iam("role/*"),
      Condition: { StringEquals: { "iam:PassedToService": servicesWithRoles } },
    },
    {
      Sid: "NotThePipelineItself",
      Effect: "Deny",
      Action: ["iam:Create*", "iam:Delete*", "iam:Update*", "iam:Put*", "iam:Attach*", "iam:Detach*", "iam:PassRole"],
      Resource: [
        ...[iam(`role/${deployRole}`), iam(`role/${planRoleName(environment)}`)],
        ...[iam("oidc-provider/token.actions.githubusercontent.com"), iam("oidc-provider/gitlab.com")],
      ],
    },
    {
      Sid: "NoAdministrators",
      Effect: "Deny",
      Action: "iam:AttachRolePolicy",
      Resource: "*",
      Condition: {
        ArnEquals: {
          "iam:PolicyARN": ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"].map(
            (name) => `arn:${partition}:iam::aws:policy/${name}`,
          ),
        },
      },
    },
    {
      Sid: "NoLongLivedCredentials",
      Effect: "Deny",
      Action: [
        "iam:CreateUser",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreateServiceSpecificCredential",
      ],
      Resource: "*",
    },
    ...noStatesOf(others, bucket),
    {
      Sid: "NotTheRecords",
      Effect: "Deny",
      Action: [
        ...["s3:DeleteBucket*", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration"],
        ...["s3:PutLifecycleConfiguration", "s3:DeleteObjectVersion", "s3:PutBucketPublicAccessBlock"],
      ],
      Resource: [bucket, `${bucket}/*`],
    },
    {
      Sid: "NotTheTrail",
      Effect: "Deny",
      Action: ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "config:DeleteConfigurationRecorder"],
      Resource: "*",
    },
  );
}

function noStatesOf(others: readonly string[], bucket: string): Statement[] {
  if (others.length === 0) return [];
  const Action = ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"];
  return [{ Sid: "NoStatesOfOthers", Effect: "Deny", Action, Resource: others.map((name) => `${bucket}/${name}/*`) }];
}
