import { redshiftEncrypted } from "../../../../policy-packs/security-baseline/rules/redshift/redshift-encrypted";
import { testRule } from "../../../support/rule";

testRule(redshiftEncrypted, {
  bad: {
    "a cluster left at an older provider's default": { unset: ["encrypted"] },
    "an unencrypted cluster": { set: { encrypted: "false" } },
    "an unencrypted cluster of an older provider": { set: { encrypted: false } },
    "a key that is not used": { set: { encrypted: "false", kmsKeyId: "key" } },
  },
  good: {
    "an encrypted cluster of an older provider": { set: { encrypted: true } },
    "a key": { props: { kmsKeyId: "key" } },
  },
  unknown: ["encrypted"],
});
