import { kinesisEncrypted } from "../../../../policy-packs/security-baseline/rules/kinesis/kinesis-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const delivery = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

testRule(kinesisEncrypted, {
  bad: {
    "a stream left at Kinesis' default": { props: {} },
    "an unencrypted stream": { set: { encryptionType: "NONE" } },
    "a stream with a key that it does not use": { unset: ["encryptionType"] },
    "a stream without a key": { unset: ["kmsKeyId"] },
    "a delivery stream left at Firehose's default": { of: delivery, props: {} },
    "a delivery stream without encryption": { of: delivery, set: { serverSideEncryption: { enabled: false } } },
    "a delivery stream with a key that it does not use": {
      of: delivery,
      set: { serverSideEncryption: { keyType: "CUSTOMER_MANAGED_CMK", keyArn: "arn" } },
    },
    "a delivery stream with a kind of key that there is not": {
      of: delivery,
      set: { "serverSideEncryption.keyType": "AWS_OWN" },
    },
    "a delivery stream that does not name its key": {
      of: delivery,
      set: { "serverSideEncryption.keyType": "CUSTOMER_MANAGED_CMK" },
    },
  },
  good: {
    "a key made in the same deployment": { set: { kmsKeyId: unknown } },
    "a delivery stream with AWS's key": { of: delivery, set: { serverSideEncryption: { enabled: true } } },
    "a delivery stream with a key made in the same deployment": {
      of: delivery,
      set: { serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: unknown } },
    },
    "a delivery stream that reads a stream": {
      of: delivery,
      props: { kinesisSourceConfiguration: { roleArn: "arn" } },
    },
    "a delivery stream that reads a topic": {
      of: delivery,
      props: { mskSourceConfiguration: { topicName: "orders" } },
    },
  },
  unknown: ["encryptionType"],
});
