import { redshiftNotPublic } from "../../../../policy-packs/security-baseline/rules/redshift/redshift-not-public";
import { testRule } from "../../../support/rule";

testRule(redshiftNotPublic, {
  bad: {
    "a public cluster": { set: { publiclyAccessible: true } },
    "a cluster left at an older provider's default": { unset: ["publiclyAccessible"] },
  },
  unknown: ["publiclyAccessible"],
});
