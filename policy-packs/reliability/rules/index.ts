import type { Rule } from "../../core/rule";
import { autoscalingRules } from "./autoscaling";
import { backupRules } from "./backup";
import { databaseRules } from "./databases";
import { dynamodbRules } from "./dynamodb";
import { ec2Rules } from "./ec2";
import { ecsRules } from "./ecs";
import { elasticacheRules } from "./elasticache";
import { lbRules } from "./lb";
import { s3Rules } from "./s3";
import { sqsRules } from "./sqs";
import { statefulRules } from "./stateful";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...autoscalingRules,
  ...backupRules,
  ...databaseRules,
  ...dynamodbRules,
  ...ec2Rules,
  ...ecsRules,
  ...elasticacheRules,
  ...lbRules,
  ...s3Rules,
  ...sqsRules,
  ...statefulRules,
];
