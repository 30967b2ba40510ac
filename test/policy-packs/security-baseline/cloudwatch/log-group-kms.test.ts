import { logGroupKms } from "../../../../policy-packs/security-baseline/rules/cloudwatch/log-group-kms";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(logGroupKms, {
  bad: {
    "a group left at its defaults": { props: { name: "/app/orders" } },
    "an empty key": { set: { kmsKeyId: "" } },
  },
  good: { "a key that is not known yet": { set: { kmsKeyId: unknown } } },
});
