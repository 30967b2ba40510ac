import { opensearchLogging } from "../../../../policy-packs/security-baseline/rules/opensearch/opensearch-logging";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const former = "aws:elasticsearch/domain:Domain";

testRule(opensearchLogging, {
  bad: {
    "a domain without logs": { props: {} },
    "an empty list": { set: { logPublishingOptions: [] } },
    "no audit log": { set: { "logPublishingOptions.2.logType": "ES_APPLICATION_LOGS" } },
    "no slow log of searches": { set: { "logPublishingOptions.1.logType": "INDEX_SLOW_LOGS" } },
    "a log that is switched off": { set: { "logPublishingOptions.0.enabled": false } },
    "a domain of Elasticsearch without logs": { of: former, props: {} },
    "another log than the one that is asked for": {
      configuration: { logTypes: ["ES_APPLICATION_LOGS"] },
    },
  },
  good: {
    "logs that are switched on": { set: { "logPublishingOptions.0.enabled": true } },
    "logs to a group that is not known yet": { set: { "logPublishingOptions.0.cloudwatchLogGroupArn": unknown } },
    "what a platform team asks for": {
      props: { logPublishingOptions: [{ logType: "AUDIT_LOGS" }] },
      configuration: { logTypes: ["AUDIT_LOGS"] },
    },
  },
  unknown: ["logPublishingOptions", "logPublishingOptions.0.logType", "logPublishingOptions.1.enabled"],
});
