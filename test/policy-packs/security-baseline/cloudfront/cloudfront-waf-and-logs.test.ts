import { cloudfrontWafAndLogs } from "../../../../policy-packs/security-baseline/rules/cloudfront/cloudfront-waf-and-logs";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const source = {
  type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  name: "shop-logs",
  props: { logType: "ACCESS_LOGS" },
  dependsOn: { resourceArn: ["shop"] },
};
const delivery = {
  type: "aws:cloudwatch/logDelivery:LogDelivery",
  name: "shop-logs-to-s3",
  props: {},
  dependsOn: { deliverySourceName: ["shop-logs"] },
};

testRule(cloudfrontWafAndLogs, {
  bad: {
    "a distribution left at its defaults": { props: {} },
    "no web ACL": { unset: ["webAclId"] },
    "an empty web ACL": { set: { webAclId: "" } },
    "no logs": { unset: ["loggingConfig"] },
    "logs to nowhere": { set: { "loggingConfig.bucket": "" } },
    "logs that nobody takes": { unset: ["loggingConfig"], add: [source] },
  },
  good: {
    "logs that are delivered": { unset: ["loggingConfig"], add: [source, delivery] },
    "a web ACL and a bucket that are made with it": { set: { webAclId: unknown, "loggingConfig.bucket": unknown } },
  },
  unknown: ["loggingConfig"],
});
