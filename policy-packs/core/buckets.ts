import type { Stack, StackResource, Typed } from "./rule";
import { refersTo, someKnown } from "./unknown";

/** S3 buckets under the names of versions 7 and 6 of the provider. */
export const bucketTypes = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;
export type Bucket = Typed<StackResource, (typeof bucketTypes)[number]>;

/** Whether `property` of a setting says that it is for `bucket`, or points to it. */
export const isFor = (setting: Parameters<typeof refersTo>[0], bucket: Bucket, property = "bucket"): boolean =>
  refersTo(setting, property, bucket, bucketTypes);

/** What a public access block, a bucket's or an account's, switches on. */
export const publicAccessSwitches = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
] as const;

export const bucketsOf = (stack: Stack): readonly Bucket[] => [
  ...stack.ofType("aws:s3/bucket:Bucket"),
  ...stack.ofType("aws:s3/bucketV2:BucketV2"),
];

const aclsOf = (stack: Stack) => [
  ...stack.ofType("aws:s3/bucketAcl:BucketAcl"),
  ...stack.ofType("aws:s3/bucketAclV2:BucketAclV2"),
];

export const loggingsOf = (stack: Stack) => [
  ...stack.ofType("aws:s3/bucketLogging:BucketLogging"),
  ...stack.ofType("aws:s3/bucketLoggingV2:BucketLoggingV2"),
];

/** Whether S3 writes access logs to `bucket`: another one names it as target, or its ACL lets the log delivery write. */
export function isLogBucket(bucket: Bucket, stack: Stack): boolean {
  return (
    someKnown(loggingsOf(stack), (logging) => isFor(logging, bucket, "targetBucket")) ||
    bucketsOf(stack).some((source) => madeFrom(source, "logging", bucket) || madeFrom(source, "loggings", bucket)) ||
    someKnown(aclsOf(stack), (acl) => isFor(acl, bucket) && acl.props.acl === "log-delivery-write") ||
    bucket.props.acl === "log-delivery-write"
  );
}

function madeFrom(source: Bucket, property: string, bucket: Bucket): boolean {
  return source.propertyDependencies[property]?.some(({ urn }) => urn === bucket.urn) ?? false;
}

/** Source: docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html (canned ACL). */
const closedAcls = ["private", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write"];

/** Whether a canned ACL lets in nobody but AWS and the owner. */
export const isClosedAcl = (acl: string | undefined): boolean => closedAcls.includes(acl ?? "private");
