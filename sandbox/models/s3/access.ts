import type { Model } from "../model";
import { bucketElsewhere, ofBucket } from "./references";
import { bucketOwnershipType, bucketPublicAccessBlockType } from "./types";

export const bucketPublicAccessBlock: Model = {
  ...ofBucket,
  type: bucketPublicAccessBlockType,
  schema: "internal/service/s3/bucket_public_access_block.go",
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
  refusals: [bucketElsewhere],
};

export const bucketOwnershipControls: Model = {
  ...ofBucket,
  type: bucketOwnershipType,
  schema: "internal/service/s3/bucket_ownership_controls.go",
  refusals: [bucketElsewhere],
};
