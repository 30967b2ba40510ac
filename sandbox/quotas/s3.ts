import type { Quota } from "./quota";

const s3 = (code: string, name: string, value: number, source: string, adjustable = false): Quota => ({
  service: "s3",
  code,
  name,
  value,
  adjustable,
  global: true,
  source: `https://docs.aws.amazon.com/${source}`,
  date: "2026-11-24",
});

const guide = "AmazonS3/latest/userguide";

/** Quotas of Amazon S3. Only that of buckets is listed in Service Quotas under a code that we know. */
export const s3Quotas = {
  buckets: {
    ...s3("L-DC2B2D3D", "General purpose buckets", 10_000, `${guide}/BucketRestrictions.html`, true),
    maximum: 1_000_000,
  },
  /** Bytes. */
  bucketPolicy: s3("bucket-policy-size", "Bucket policy", 20 * 1024, `${guide}/add-bucket-policy.html`),
  lifecycleRules: s3(
    "lifecycle-rules",
    "Rules of a lifecycle configuration",
    1000,
    "AmazonS3/latest/API/API_LifecycleConfiguration.html",
  ),
  objectTags: s3("object-tags", "Tags of an object", 10, `${guide}/object-tagging.html`),
  /** Bytes of its UTF-8 form. */
  objectKey: s3("object-key-length", "Length of an object's key", 1024, `${guide}/object-keys.html`),
};
