import { dynamodbEncryptionCmk } from "../../../../policy-packs/security-baseline/rules/dynamodb/dynamodb-encryption-cmk";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(dynamodbEncryptionCmk, {
  bad: {
    "a table left at its defaults": { props: {} },
    "an empty block": { set: { serverSideEncryption: {} } },
    "a table with DynamoDB's key": { set: { "serverSideEncryption.enabled": false } },
    "AWS's key by its alias": { set: { "serverSideEncryption.kmsKeyArn": "alias/aws/dynamodb" } },
    "AWS's key where one's own is asked for": {
      unset: ["serverSideEncryption.kmsKeyArn"],
      configuration: { requireCustomerKey: true },
    },
  },
  good: {
    "AWS's key in the account": { unset: ["serverSideEncryption.kmsKeyArn"] },
    "a key that is not known yet": {
      set: { "serverSideEncryption.kmsKeyArn": unknown },
      configuration: { requireCustomerKey: true },
    },
  },
  unknown: ["serverSideEncryption", "serverSideEncryption.enabled"],
});
