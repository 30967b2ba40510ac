import { cloudtrailCloudwatch } from "../../../../policy-packs/security-baseline/rules/cloudtrail/cloudtrail-cloudwatch";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(cloudtrailCloudwatch, {
  bad: {
    "a trail to a bucket alone": { props: { s3BucketName: "example-trail" } },
    "a trail without a group": { unset: ["cloudWatchLogsGroupArn"] },
    "an empty group": { set: { cloudWatchLogsGroupArn: "" } },
  },
  good: {
    "a group and a role that are not known yet": {
      props: { cloudWatchLogsGroupArn: unknown, cloudWatchLogsRoleArn: unknown },
    },
  },
});
