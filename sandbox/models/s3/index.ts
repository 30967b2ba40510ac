import type { Model } from "../model";
import { bucketOwnershipControls, bucketPublicAccessBlock } from "./access";
import { bucketAcl } from "./acls";
import { bucket } from "./bucket";
import { bucketPolicy } from "./bucket-policy";
import { bucketServerSideEncryptionConfiguration } from "./encryption";
import { bucketLifecycleConfiguration } from "./lifecycle";
import { bucketLogging } from "./logging";
import { objects } from "./object";
import { bucketObjectLockConfiguration, bucketVersioning } from "./versioning";

export const s3Models: readonly Model[] = [
  bucket,
  bucketAcl,
  bucketLifecycleConfiguration,
  bucketLogging,
  bucketObjectLockConfiguration,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
  ...objects,
];
