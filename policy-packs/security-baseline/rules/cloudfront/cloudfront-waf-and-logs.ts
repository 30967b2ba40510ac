import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { forEachKnown, isNonEmpty, refersTo, someKnown } from "../../../core/unknown";

const distribution = "aws:cloudfront/distribution:Distribution";

/** What CloudFront serves is filtered and logged. */
export const cloudfrontWafAndLogs = stackRule({
  name: "cloudfront-waf-and-logs",
  title: "CloudFront distributions have a web ACL and log every request.",
  severity: "medium",
  types: [distribution],
  controls: {
    "cis-aws-7.0": ["4.10"],
    soc2: ["A1.1", "PI1.2"],
    "iso27001-2022": ["A.8.15", "A.8.16"],
    "pci-4.0": [
      ...["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "6.4.1", "6.4.2", "A1.1.3", "10.2.1", "10.2.2"],
      ...["10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
    ],
  },
  remediationSteps:
    "Set webAclId to the ARN of a web ACL with the scope CLOUDFRONT, and loggingConfig.bucket, or deliver its logs by an aws.cloudwatch.LogDelivery.",
  docs: {
    why: "Known attacks reach the program behind CloudFront, and afterwards nobody can tell who asked for what.",
    good: [
      {
        type: distribution,
        name: "shop",
        props: {
          webAclId: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/0a1b2c3d",
          loggingConfig: { bucket: "example-logs.s3.amazonaws.com" },
        },
      },
    ],
  },
  check(resource, report, stack) {
    forEachKnown(["firewall", "logs"], (part) => {
      if (part === "firewall") {
        if (!isNonEmpty(resource.props, "webAclId")) report("no web ACL filters requests: set webAclId");
      } else if (!isNonEmpty(resource.props.loggingConfig, "bucket") && !isDelivered(resource, stack)) {
        report("requests are not logged: set loggingConfig.bucket, or add an aws.cloudwatch.LogDelivery");
      }
    });
  },
});

/** Standard logging of version 2: a delivery takes the logs from a source that belongs to the distribution. */
function isDelivered(resource: Typed<StackResource, typeof distribution>, stack: Stack): boolean {
  const deliveries = stack.ofType("aws:cloudwatch/logDelivery:LogDelivery");
  return someKnown(
    stack.ofType("aws:cloudwatch/logDeliverySource:LogDeliverySource"),
    (source) =>
      refersTo(source, "resourceArn", resource) &&
      someKnown(deliveries, (delivery) => refersTo(delivery, "deliverySourceName", source)),
  );
}
