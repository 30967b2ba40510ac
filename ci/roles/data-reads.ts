import { credentialActions } from "../../policy-packs/iam-supply-chain/data/exposing-actions";

/**
 * Actions that answer with what customers, services or people have put somewhere, and not with how a thing is set up. AWS's
 * ReadOnlyAccess allows many of them, and no preview needs one. Data of S3 and KMS is told apart by resource, in plan.ts.
 *
 * By service, after AWS's service authorization reference; whoever uses another service that holds data adds it here.
 */
const dataReads: readonly string[] = [
  // Secrets and settings.
  ...["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"],
  ...["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"],
  ...["ssm:GetCommandInvocation", "ssm:ListCommandInvocations"],
  ...["appconfig:GetConfiguration", "appconfig:GetHostedConfigurationVersion", "appconfig:GetLatestConfiguration"],
  ...["acm:ExportCertificate", "glue:GetConnection", "glue:GetConnections", "codebuild:BatchGetBuilds"],
  // Tables and databases.
  ...["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:GetRecords"],
  ...["dynamodb:PartiQLSelect", "dax:GetItem", "dax:BatchGetItem", "dax:Query", "dax:Scan", "cassandra:Select"],
  ...["rds-data:*", "redshift-data:GetStatementResult", "sdb:Select", "sdb:GetAttributes", "timestream:Select"],
  ...["neptune-db:ReadDataViaQuery", "athena:GetQueryResults", "athena:GetQueryResultsStream"],
  ...["rds:DownloadDBLogFilePortion", "rds:DownloadCompleteDBLogFile", "dsql:DbConnect", "dsql:DbConnectAdmin"],
  ...["lakeformation:GetDataAccess", "s3tables:GetTableData", "sagemaker:GetRecord", "sagemaker:BatchGetRecord"],
  ...["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "aoss:APIAccessAll", "healthlake:ReadResource"],
  // Logs, traces and messages.
  ...["logs:GetLogEvents", "logs:FilterLogEvents", "logs:GetLogRecord", "logs:GetQueryResults"],
  ...["logs:StartQuery", "logs:StartLiveTail", "logs:Unmask", "cloudtrail:LookupEvents", "cloudtrail:GetQueryResults"],
  ...["xray:BatchGetTraces", "xray:GetTraceSummaries", "states:GetExecutionHistory", "states:DescribeExecution"],
  ...["sqs:ReceiveMessage", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:SubscribeToShard"],
  ...["kafka-cluster:ReadData", "kinesisvideo:GetMedia", "kinesisvideo:GetClip"],
  // Files, images, disks and screens.
  ...["ebs:GetSnapshotBlock", "ebs:ListSnapshotBlocks", "ebs:ListChangedBlocks", "glacier:GetJobOutput"],
  ...["ec2:GetConsoleOutput", "ec2:GetConsoleScreenshot", "elasticfilesystem:ClientMount", "mediastore:GetObject"],
  ...["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", "codeartifact:GetPackageVersionAsset"],
  ...["codeartifact:ReadFromRepository", "codecommit:GitPull", "codecommit:GetFile", "codecommit:GetFolder"],
  ...["codecommit:GetBlob", "workdocs:GetDocument", "s3express:CreateSession", "s3-object-lambda:GetObject"],
  // People.
  ...["cognito-idp:ListUsers", "cognito-idp:ListUsersInGroup", "cognito-idp:AdminGetUser", "identitystore:*"],
  // Doors to all the rest.
  ...["sts:AssumeRole", "lambda:InvokeFunction", "lambda:InvokeFunctionUrl", "execute-api:Invoke", "appsync:GraphQL"],
  ...["eks:AccessKubernetesApi", "lightsail:DownloadDefaultKeyPair"],
];

/** All that the plan role is denied whatever else allows it, in alphabetical order. */
export const deniedReads: readonly string[] = [...new Set([...dataReads, ...credentialActions])].sort();
