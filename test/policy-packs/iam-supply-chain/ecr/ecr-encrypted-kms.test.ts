import { ecrEncryptedKms } from "../../../../policy-packs/iam-supply-chain/rules/ecr/ecr-encrypted-kms";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(ecrEncryptedKms, {
  bad: {
    "a repository left at its defaults": { props: {} },
    "an empty list": { set: { encryptionConfigurations: [] } },
    "S3's keys": { set: { encryptionConfigurations: [{ encryptionType: "AES256" }] } },
    "a key without a type": { unset: ["encryptionConfigurations.0.encryptionType"] },
    "an empty key": { set: { "encryptionConfigurations.0.kmsKey": "" } },
    "AWS's key by its alias": { set: { "encryptionConfigurations.0.kmsKey": "alias/aws/ecr" } },
    "AWS's key where one's own is asked for": {
      unset: ["encryptionConfigurations.0.kmsKey"],
      configuration: { requireCustomerKey: true },
    },
  },
  good: {
    "AWS's key": { unset: ["encryptionConfigurations.0.kmsKey"] },
    "two layers": { set: { "encryptionConfigurations.0.encryptionType": "KMS_DSSE" } },
    "a key that is not known yet": {
      set: { "encryptionConfigurations.0.kmsKey": unknown },
      configuration: { requireCustomerKey: true },
    },
  },
  unknown: ["encryptionConfigurations", "encryptionConfigurations.0.encryptionType"],
});
