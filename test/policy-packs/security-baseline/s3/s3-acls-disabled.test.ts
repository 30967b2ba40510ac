import { s3AclsDisabled } from "../../../../policy-packs/security-baseline/rules/s3/s3-acls-disabled";
import { testRule } from "../../../support/rule";

testRule(s3AclsDisabled, {
  bad: {
    "ACLs that the bucket's owner prefers": { set: { "rule.objectOwnership": "BucketOwnerPreferred" } },
    "objects that belong to who uploads them": { set: { "rule.objectOwnership": "ObjectWriter" } },
    "a rule that says nothing": { set: { rule: {} } },
    "no rule": { props: {} },
  },
  good: { "a bucket that is not known yet": { set: { bucket: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } } },
  unknown: ["rule", "rule.objectOwnership"],
});
