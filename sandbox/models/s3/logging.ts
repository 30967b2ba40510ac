import type { CloudResource } from "../../cloud/resource";
import { text } from "../../values";
import type { Model, Request } from "../model";
import { bucketElsewhere, ofOwnedBucket, s3Errors } from "./references";
import { bucketLoggingType, bucketType } from "./types";

const putLogging = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html";

const targetOf = ({ scope, inputs }: Request): CloudResource | undefined =>
  scope.everywhere(bucketType, text(inputs, "targetBucket") ?? "")[0];

export const bucketLogging: Model = {
  ...ofOwnedBucket,
  type: bucketLoggingType,
  schema: "internal/service/s3/bucket_logging.go",
  sets: ["targetGrants"],
  references: {
    ...ofOwnedBucket.references,
    targetBucket: {
      types: [bucketType],
      exists: (scope, name) => scope.everywhere(bucketType, name).length > 0,
      code: "InvalidTargetBucketForLogging",
      source: s3Errors,
      message: () => "The target bucket for logging does not exist",
    },
  },
  refusals: [
    bucketElsewhere,
    {
      code: "InvalidTargetBucketForLogging",
      source: putLogging,
      when: (request) => {
        const target = targetOf(request);
        return target !== undefined && target.account !== request.scope.account
          ? "The owner for the bucket to be logged and the target bucket must be the same."
          : undefined;
      },
    },
    {
      code: "CrossLocationLoggingProhibited",
      source: s3Errors,
      when: (request) => {
        const target = targetOf(request);
        return target !== undefined && target.region !== request.scope.region
          ? "Cross S3 location logging not allowed. Buckets in one location cannot log information to a bucket in another location."
          : undefined;
      },
    },
  ],
};
