import { efsEncrypted } from "../../../../policy-packs/security-baseline/rules/efs/efs-encrypted";
import { testRule } from "../../../support/rule";

testRule(efsEncrypted, {
  bad: {
    "a file system left at EFS's default": { unset: ["encrypted"] },
    "an unencrypted file system": { set: { encrypted: false } },
    "a key that is not used": { props: { kmsKeyId: "key" } },
  },
  good: { "a key of one's own": { set: { kmsKeyId: "key" } } },
  unknown: ["encrypted"],
});
