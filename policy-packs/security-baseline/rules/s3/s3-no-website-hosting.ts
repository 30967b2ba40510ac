import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

const website = "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration";

/** Sites are served over HTTPS from buckets that only CloudFront reads. */
export const s3NoWebsiteHosting = resourceRule({
  name: "s3-no-website-hosting",
  title: "No S3 bucket serves a website itself.",
  severity: "high",
  types: ["aws:s3/bucket:Bucket", website],
  controls: {},
  remediationSteps:
    "Remove the website, and serve the bucket by an aws.cloudfront.Distribution with an aws.cloudfront.OriginAccessControl. A bucket that only redirects may stay.",
  docs: {
    why: "A website endpoint speaks plain HTTP only, and what it serves has to be public to everyone.",
    good: {
      "aws:s3/bucket:Bucket": { bucket: "example-site" },
      // It shows no object.
      [website]: { bucket: "www.example.com", redirectAllRequestsTo: { hostName: "example.com", protocol: "https" } },
    },
  },
  check({ type, props }, report) {
    const served = type === website ? props : props.website;
    if (served === undefined || served === null || isNonEmpty(served, "redirectAllRequestsTo")) return;
    const property = type === website ? "the website configuration" : "website";
    report(`the bucket serves its objects over plain HTTP: remove ${property} and put CloudFront in front`);
  },
});
