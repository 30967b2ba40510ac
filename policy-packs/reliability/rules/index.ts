import type { Rule } from "../../core/rule";
import { autoscalingRules } from "./autoscaling";
import { backupRules } from "./backup";
import { cloudwatchRules } from "./cloudwatch";
import { databaseRules } from "./databases";
import { dynamodbRules } from "./dynamodb";
import { ec2Rules } from "./ec2";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { elasticacheRules } from "./elasticache";
import { lambdaRules } from "./lambda";
import { lbRules } from "./lb";
import { opensearchRules } from "./opensearch";
import { s3Rules } from "./s3";
import { sqsRules } from "./sqs";
import { statefulRules } from "./stateful";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...autoscalingRules,
  ...backupRules,
  ...cloudwatchRules,
  ...databaseRules,
  ...dynamodbRules,
  ...ec2Rules,
  ...ecsRules,
  ...efsRules,
  ...elasticacheRules,
  ...lambdaRules,
  ...lbRules,
  ...opensearchRules,
  ...s3Rules,
  ...sqsRules,
  ...statefulRules,
];
