import { dynamodbPitr } from "../../../../policy-packs/reliability/rules/dynamodb/dynamodb-pitr";
import { testRule } from "../../../support/rule";

testRule(dynamodbPitr, {
  bad: {
    "a table left at DynamoDB's default": { props: {} },
    "a table without": { set: { "pointInTimeRecovery.enabled": false } },
    "days without a word": { set: { pointInTimeRecovery: { recoveryPeriodInDays: 35 } } },
  },
  good: { "a table with days": { set: { "pointInTimeRecovery.recoveryPeriodInDays": 7 } } },
  unknown: ["pointInTimeRecovery", "pointInTimeRecovery.enabled"],
});
