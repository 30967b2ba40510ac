import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { fitName } from "../core/names";
import { withOverride } from "../core/override";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/regions";
import type { NetworkContext } from "./context";

interface FlowLogPlan {
  retentionInDays: number;
  encryptionKeyArn: pulumi.Output<string | undefined>;
}

/**
 * Records all traffic, accepted and rejected, in a log group of its own, and gives that group.
 *
 * Every minute: interfaces of Nitro instances, so all nodes, are recorded
 * that often anyway, and the ten minutes of the default would only blur the
 * rest (docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html).
 * Records cost by the GB that CloudWatch Logs takes in: see aws.amazon.com/cloudwatch/pricing, vended logs.
 */
export function createFlowLogs(context: NetworkContext, plan: FlowLogPlan): aws.cloudwatch.LogGroup {
  const { name, vpc, child, tags, override } = context;
  const key = `${name}-flow-logs`;
  const groupArgs = {
    name: fitName("logGroup", `/vpc/${name}/flow-logs`),
    retentionInDays: plan.retentionInDays,
    kmsKeyId: plan.encryptionKeyArn,
    tags: tags(key),
  };
  const logGroup = new aws.cloudwatch.LogGroup(
    key,
    withOverride<aws.cloudwatch.LogGroupArgs>(groupArgs, override.flowLogGroup),
    child,
  );
  const { role, permissions } = createRole(key, context, logGroup);
  const logArgs = {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: logGroup.arn,
    iamRoleArn: role.arn,
    maxAggregationInterval: 60,
    tags: tags(key),
  };
  new aws.ec2.FlowLog(key, withOverride<aws.ec2.FlowLogArgs>(logArgs, override.flowLog), {
    ...child,
    dependsOn: permissions,
  });
  return logGroup;
}

/**
 * The role by which the VPC writes to `logGroup` and to nothing else. Only flow logs of this account and region can
 * take it, so that nobody can have the service write on behalf of another.
 * Source: docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function createRole(key: string, context: NetworkContext, logGroup: aws.cloudwatch.LogGroup) {
  const { region, vpc, child, tags } = context;
  const flowLogs = pulumi.interpolate`arn:${partitionOf(region)}:ec2:${region}:${vpc.ownerId}:vpc-flow-log/*`;
  const assumeRolePolicy = policyDocument("trust", [
    {
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": vpc.ownerId },
        ArnLike: { "aws:SourceArn": flowLogs },
      },
    },
  ]);
  const role = new aws.iam.Role(
    key,
    { description: `Writes the flow logs of the VPC ${context.name}`, assumeRolePolicy, tags: tags(key) },
    child,
  );
  const policy = policyDocument("inline", [
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [logGroup.arn, pulumi.interpolate`${logGroup.arn}:*`],
    },
  ]);
  return { role, permissions: new aws.iam.RolePolicy(key, { role: role.name, policy }, child) };
}
