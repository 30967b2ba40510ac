export const bucketType = "aws:s3/bucket:Bucket";
export const bucketAclType = "aws:s3/bucketAcl:BucketAcl";
export const bucketEncryptionType =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const bucketLifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
export const bucketLoggingType = "aws:s3/bucketLogging:BucketLogging";
export const bucketObjectLockType = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
export const bucketOwnershipType = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
export const bucketPolicyType = "aws:s3/bucketPolicy:BucketPolicy";
export const bucketPublicAccessBlockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
export const bucketVersioningType = "aws:s3/bucketVersioning:BucketVersioning";

/** What a bucket is configured with; it goes with the bucket. */
export const bucketConfigurationTypes = [
  bucketAclType,
  bucketEncryptionType,
  bucketLifecycleType,
  bucketLoggingType,
  bucketObjectLockType,
  bucketOwnershipType,
  bucketPolicyType,
  bucketPublicAccessBlockType,
  bucketVersioningType,
];

/** The same thing by the provider's two names. */
export const objectTypes = ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"];
