import { snsTopicEncrypted } from "../../../../policy-packs/security-baseline/rules/sns/sns-topic-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(snsTopicEncrypted, {
  bad: {
    "a topic left at SNS's default": { unset: ["kmsMasterKeyId"] },
    "an empty key": { set: { kmsMasterKeyId: "" } },
  },
  good: {
    "AWS's key": { set: { kmsMasterKeyId: "alias/aws/sns" } },
    "a key made in the same deployment": { set: { kmsMasterKeyId: unknown } },
  },
});
