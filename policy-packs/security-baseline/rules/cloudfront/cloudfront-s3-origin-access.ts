import type { Props } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty, isSet } from "../../../core/unknown";

const distribution = "aws:cloudfront/distribution:Distribution";

/** Only CloudFront reads the buckets that it serves. */
export const cloudfrontS3OriginAccess = resourceRule({
  name: "cloudfront-s3-origin-access",
  title: "CloudFront signs its requests to S3 buckets.",
  severity: "medium",
  types: [distribution],
  controls: {
    "pci-4.0": ["10.3.4"],
  },
  remediationSteps:
    "Set originAccessControlId of the origin to the id of an aws.cloudfront.OriginAccessControl, and let the bucket's policy admit cloudfront.amazonaws.com for this distribution only.",
  docs: {
    why: "A bucket that CloudFront asks without a name has to be public: everyone passes by the firewall, the logs and the cache.",
    good: {
      [distribution]: {
        origins: [
          {
            originId: "site",
            domainName: "example-site.s3.eu-west-1.amazonaws.com",
            originAccessControlId: "E1A2B3C4D5E6F7",
          },
        ],
      },
    },
  },
  check({ props }, report) {
    forEachKnown(props.origins, (origin) => {
      if (isBucket(origin) && !isSigned(origin)) {
        report("an origin's bucket is read without a name: set its originAccessControlId");
      }
    });
  },
});

type Origin = NonNullable<Props<typeof distribution>["origins"]>[number];

const isSigned = (origin: Origin): boolean =>
  isNonEmpty(origin, "originAccessControlId") || isNonEmpty(origin.s3OriginConfig, "originAccessIdentity");

/** Whatever says nothing of another kind of origin is a bucket to CloudFront; a website of S3 can be read by HTTP only. */
function isBucket(origin: Origin): boolean {
  if (isSet(origin, "vpcOriginConfig")) return false;
  if (!isSet(origin, "customOriginConfig")) return true;
  return /\.s3([.-](?!website)[\w-]+)*\.amazonaws\.com(\.cn)?$/.test(origin.domainName ?? "");
}
