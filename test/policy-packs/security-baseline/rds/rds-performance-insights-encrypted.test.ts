import { rdsPerformanceInsightsEncrypted } from "../../../../policy-packs/security-baseline/rules/rds/rds-performance-insights-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const member = "aws:rds/clusterInstance:ClusterInstance";

testRule(rdsPerformanceInsightsEncrypted, {
  bad: {
    "a database without a key": { unset: ["performanceInsightsKmsKeyId"] },
    "a database with an empty key": { set: { performanceInsightsKmsKeyId: "" } },
    "a database with AWS's key": { set: { performanceInsightsKmsKeyId: "alias/aws/rds" } },
    "a member of a cluster without a key": { of: member, unset: ["performanceInsightsKmsKeyId"] },
  },
  good: {
    "no Performance Insights": { props: {} },
    "Performance Insights that are off": { props: { performanceInsightsEnabled: false } },
    "a key that is not known yet": { set: { performanceInsightsKmsKeyId: unknown } },
  },
  unknown: ["performanceInsightsEnabled"],
});
