import { wafLogging } from "../../../../policy-packs/security-baseline/rules/waf/waf-logging";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const acl = { type: "aws:wafv2/webAcl:WebAcl", name: "second", props: { scope: "CLOUDFRONT" } };

testRule(wafLogging, {
  bad: {
    "an ACL without logs": { without: ["shop-logs"] },
    "a second ACL": { add: [acl] },
    "logs that go nowhere": { of: "shop-logs", set: { logDestinationConfigs: [] } },
    "logs without a destination": { of: "shop-logs", unset: ["logDestinationConfigs"] },
  },
  good: {
    "a destination that is not known yet": { of: "shop-logs", set: { logDestinationConfigs: [unknown] } },
    "logs of an ACL of another stack": { without: ["shop"], of: "shop-logs", set: { resourceArn: unknown } },
  },
});
