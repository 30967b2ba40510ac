import type { Rule } from "../../core/rule";
import { apigatewayRules } from "./apigateway";
import { cloudfrontRules } from "./cloudfront";
import { cloudtrailRules } from "./cloudtrail";
import { cloudwatchRules } from "./cloudwatch";
import { configRules } from "./config";
import { databasesRules } from "./databases";
import { dynamodbRules } from "./dynamodb";
import { ec2Rules } from "./ec2";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { eksRules } from "./eks";
import { elasticacheRules } from "./elasticache";
import { guarddutyRules } from "./guardduty";
import { kinesisRules } from "./kinesis";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda";
import { lbRules } from "./lb";
import { mqRules } from "./mq";
import { mskRules } from "./msk";
import { opensearchRules } from "./opensearch";
import { rdsRules } from "./rds";
import { redshiftRules } from "./redshift";
import { s3Rules } from "./s3";
import { secretsManagerRules } from "./secretsmanager";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { ssmRules } from "./ssm";
import { transferRules } from "./transfer";
import { wafRules } from "./waf";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...apigatewayRules,
  ...cloudfrontRules,
  ...cloudtrailRules,
  ...cloudwatchRules,
  ...configRules,
  ...databasesRules,
  ...dynamodbRules,
  ...ec2Rules,
  ...ecsRules,
  ...efsRules,
  ...eksRules,
  ...elasticacheRules,
  ...guarddutyRules,
  ...kinesisRules,
  ...kmsRules,
  ...lambdaRules,
  ...lbRules,
  ...mqRules,
  ...mskRules,
  ...opensearchRules,
  ...rdsRules,
  ...redshiftRules,
  ...s3Rules,
  ...secretsManagerRules,
  ...snsRules,
  ...sqsRules,
  ...ssmRules,
  ...transferRules,
  ...wafRules,
];
