import { isObject, type Properties, text, type Value } from "../../values";
import type { Model, Refusal, Request } from "../model";
import { bucketElsewhere, bucketOf, configurationOf, locksObjects, ofOwnedBucket } from "./references";
import { bucketObjectLockType, bucketVersioningType } from "./types";

const putVersioning = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html";
const objectLock = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html";

const statusOf = ({ versioningConfiguration }: Properties): Value | undefined =>
  isObject(versioningConfiguration) ? versioningConfiguration.status : undefined;

/** The status that a bucket's own versioning or its resource of that has; locks come with versioning. */
function isVersioned(request: Request): boolean {
  const bucket = bucketOf(request);
  const configured = configurationOf(request.scope, bucketVersioningType, text(request.inputs, "bucket") ?? "");
  if (configured !== undefined) return statusOf(configured.outputs) === "Enabled";
  const versioning = bucket?.inputs.versioning;
  return bucket?.outputs.objectLockEnabled === true || (isObject(versioning) && versioning.enabled === true);
}

const versioningRefusals: Refusal[] = [
  bucketElsewhere,
  {
    code: "MalformedXML",
    source: putVersioning,
    on: ["update"],
    reads: ["versioningConfiguration"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const before = prior && statusOf(prior.outputs);
      return statusOf(inputs) === "Disabled" && before !== "Disabled"
        ? `versioning_configuration.status cannot be updated from '${before}' to 'Disabled'`
        : undefined;
    },
  },
  {
    code: "InvalidBucketState",
    source: putVersioning,
    when: (request) =>
      statusOf(request.inputs) === "Suspended" && locksObjects(request)
        ? "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed."
        : undefined,
  },
];

export const bucketVersioning: Model = {
  ...ofOwnedBucket,
  type: bucketVersioningType,
  schema: "internal/service/s3/bucket_versioning.go",
  refusals: versioningRefusals,
};

export const bucketObjectLockConfiguration: Model = {
  ...ofOwnedBucket,
  type: bucketObjectLockType,
  schema: "internal/service/s3/bucket_object_lock_configuration.go",
  immutable: ["bucket", "expectedBucketOwner", "objectLockEnabled"],
  defaults: { objectLockEnabled: "Enabled" },
  secrets: ["token"],
  refusals: [
    bucketElsewhere,
    {
      code: "InvalidBucketState",
      source: objectLock,
      when: (request) =>
        bucketOf(request) !== undefined && !isVersioned(request)
          ? "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration"
          : undefined,
    },
  ],
};
