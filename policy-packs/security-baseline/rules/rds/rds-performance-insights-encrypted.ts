import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";

/** What a database was asked is read by those who may. */
export const rdsPerformanceInsightsEncrypted = resourceRule({
  name: "rds-performance-insights-encrypted",
  title: "Performance Insights of an RDS database is encrypted with a key of one's own.",
  severity: "low",
  types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  controls: {},
  remediationSteps:
    "Set performanceInsightsKmsKeyId to the ARN of a key of your own, before Performance Insights is first enabled: it can never be changed.",
  docs: {
    why: "Performance Insights keeps the text of queries, with the values that stood in them, under a key that everyone in the account may use.",
    component: "EncryptionKey makes the key.",
    good: {
      "aws:rds/instance:Instance": { performanceInsightsEnabled: true, performanceInsightsKmsKeyId: exampleKey },
      "aws:rds/clusterInstance:ClusterInstance": {
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: exampleKey,
      },
    },
  },
  check({ props: database }, report) {
    if (database.performanceInsightsEnabled === true && !namesOwnKey(database, "performanceInsightsKmsKeyId")) {
      report("Performance Insights is encrypted with AWS's own key: set performanceInsightsKmsKeyId");
    }
  },
});
