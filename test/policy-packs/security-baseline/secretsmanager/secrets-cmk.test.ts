import { secretsCmk } from "../../../../policy-packs/security-baseline/rules/secretsmanager/secrets-cmk";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(secretsCmk, {
  bad: {
    "a secret left at its defaults": { props: { name: "orders/database" } },
    "an empty key": { set: { kmsKeyId: "" } },
    "AWS's key by its alias": { set: { kmsKeyId: "alias/aws/secretsmanager" } },
    "AWS's key by its alias's ARN": {
      set: { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/secretsmanager" },
    },
  },
  good: {
    "an alias of one's own": { set: { kmsKeyId: "alias/orders" } },
    "a key that is not known yet": { set: { kmsKeyId: unknown } },
  },
});
