import { cloudtrailIntegrityAndKms } from "../../../../policy-packs/security-baseline/rules/cloudtrail/cloudtrail-integrity-and-kms";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(cloudtrailIntegrityAndKms, {
  bad: {
    "a trail left at its defaults": { props: {} },
    "no signatures": { set: { enableLogFileValidation: false } },
    "signatures that nobody asks for": { unset: ["enableLogFileValidation"] },
    "S3's key": { unset: ["kmsKeyId"] },
    "an empty key": { set: { kmsKeyId: "" } },
  },
  notRemediated: ["a trail left at its defaults", "S3's key", "an empty key"],
  good: {
    "a key that is made with it": { set: { kmsKeyId: unknown } },
  },
  unknown: ["enableLogFileValidation"],
});
