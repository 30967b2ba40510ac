import { stackRule } from "../../../core/rule";
import { isNonEmpty, refersTo, someKnown } from "../../../core/unknown";

const acl = "aws:wafv2/webAcl:WebAcl";
const logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

/** A firewall says what it did. */
export const wafLogging = stackRule({
  name: "waf-logging",
  title: "A web ACL logs the requests that it judges.",
  severity: "low",
  types: [acl, logging],
  controls: {
    soc2: ["A1.1", "PI1.2"],
    "iso27001-2022": ["A.8.15", "A.8.16"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps:
    "Add an aws.wafv2.WebAclLoggingConfiguration with the ACL's ARN as resourceArn and, in logDestinationConfigs, the ARN of a log group, bucket or stream whose name begins with aws-waf-logs-.",
  docs: {
    why: "Nobody can say what an attacker tried, or why a customer was refused.",
    good: [
      { type: acl, name: "shop", props: { scope: "REGIONAL" } },
      {
        type: logging,
        name: "shop-logs",
        props: { logDestinationConfigs: ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-shop"] },
        dependsOn: { resourceArn: ["shop"] },
      },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === logging) {
      if (!isNonEmpty(resource.props, "logDestinationConfigs")) {
        report("the logs go nowhere: set logDestinationConfigs");
      }
    } else if (!someKnown(stack.ofType(logging), (one) => refersTo(one, "resourceArn", resource))) {
      report("requests are not logged: add an aws.wafv2.WebAclLoggingConfiguration with the ACL's ARN as resourceArn");
    }
  },
});
