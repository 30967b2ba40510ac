/**
 * Actions whose answer is a credential of somebody else's, or makes one.
 *
 * Source: AWS's service authorization reference (docs.aws.amazon.com/service-authorization). Left out is what takes no
 * resource and can therefore not be scoped, such as ecr:GetAuthorizationToken or sts:GetSessionToken.
 */
export const credentialActions: readonly string[] = [
  "codepipeline:PollForJobs",
  "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
  "ec2:GetPasswordData",
  "gamelift:GetComputeAuthToken",
  "gamelift:RequestUploadCredentials",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "iam:UpdateAccessKey",
  "iam:UpdateLoginProfile",
  "lightsail:GetInstanceAccessDetails",
  "lightsail:GetRelationalDatabaseMasterUserPassword",
  "rds-db:connect",
  "redshift-serverless:GetCredentials",
  "redshift:GetClusterCredentials",
  "redshift:GetClusterCredentialsWithIAM",
  "sts:AssumeRole",
];

/** Any text in an ARN: only a wildcard matches it. */
type Anything = (anything: string) => string;

/** Actions by which data is read or copied in bulk, with the ARN of whatever they can be scoped to. */
export const dataActions: Readonly<Record<string, Anything>> = {
  "s3:GetObject": (any) => `arn:aws:s3:::${any}/${any}`,
  "secretsmanager:GetSecretValue": (any) => `arn:aws:secretsmanager:${any}:${any}:secret:${any}`,
  "ssm:GetParameter": (any) => `arn:aws:ssm:${any}:${any}:parameter/${any}`,
  "ssm:GetParameters": (any) => `arn:aws:ssm:${any}:${any}:parameter/${any}`,
  "ssm:GetParametersByPath": (any) => `arn:aws:ssm:${any}:${any}:parameter/${any}`,
  "rds:CopyDBSnapshot": (any) => `arn:aws:rds:${any}:${any}:snapshot:${any}`,
  "rds:CreateDBSnapshot": (any) => `arn:aws:rds:${any}:${any}:db:${any}`,
};
