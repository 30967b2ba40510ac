import { cloudtrailMultiRegion } from "../../../../policy-packs/security-baseline/rules/cloudtrail/cloudtrail-multi-region";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(cloudtrailMultiRegion, {
  bad: {
    "a trail left at its defaults": { props: {} },
    "one region": { set: { isMultiRegionTrail: false } },
    "a trail that is off": { set: { enableLogging: false } },
    "no global services": { set: { includeGlobalServiceEvents: false } },
  },
  good: {
    "all that is default": { set: { enableLogging: true, includeGlobalServiceEvents: true } },
    "a bucket that is made with it": { set: { s3BucketName: unknown } },
  },
  unknown: ["isMultiRegionTrail", "enableLogging", "includeGlobalServiceEvents"],
});
