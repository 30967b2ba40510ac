import { sqsQueueEncrypted } from "../../../../policy-packs/security-baseline/rules/sqs/sqs-queue-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(sqsQueueEncrypted, {
  bad: {
    "a queue that says nothing": { unset: ["sqsManagedSseEnabled"] },
    "an unencrypted queue": { set: { sqsManagedSseEnabled: false } },
    "an empty key": { set: { sqsManagedSseEnabled: false, kmsMasterKeyId: "" } },
    "a period alone": { props: { kmsDataKeyReusePeriodSeconds: 300 } },
  },
  good: {
    "a key": { props: { kmsMasterKeyId: "alias/orders" } },
    "a key in place of SQS's own": { props: { kmsMasterKeyId: "alias/orders", sqsManagedSseEnabled: false } },
    "a key made in the same deployment": { props: { kmsMasterKeyId: unknown } },
  },
  unknown: ["sqsManagedSseEnabled"],
});
