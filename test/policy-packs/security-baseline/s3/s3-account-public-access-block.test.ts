import { s3AccountPublicAccessBlock } from "../../../../policy-packs/security-baseline/rules/s3/s3-account-public-access-block";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(s3AccountPublicAccessBlock, {
  bad: {
    "a block that says nothing": { props: {} },
    "ACLs that are let in": { set: { blockPublicAcls: false } },
    "policies that are let in": { unset: ["blockPublicPolicy"] },
    "ACLs that count": { set: { ignorePublicAcls: false } },
    "public buckets that everyone reaches": { unset: ["restrictPublicBuckets"] },
    "a switch behind an unknown one": { set: { blockPublicAcls: unknown, restrictPublicBuckets: false } },
  },
  notRemediated: ["a switch behind an unknown one"],
  unknown: ["blockPublicAcls", "restrictPublicBuckets"],
});
