import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { text } from "../../values";
import type { Model, Reference, Refusal, Request } from "../model";
import { bucketObjectLockType, bucketOwnershipType, bucketPublicAccessBlockType, bucketType } from "./types";

export const s3Errors = "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

/** A bucket by its name, which the region or the account that asks need not be that of. */
export const bucketReference: Reference = {
  types: [bucketType],
  exists: (scope, name) => scope.everywhere(bucketType, name).length > 0,
  code: "NoSuchBucket",
  source: s3Errors,
  retried: true,
  message: () => "The specified bucket does not exist",
};

/** Refuses what is asked of a bucket in another region than its own. What another account's policy allows is not judged. */
export const bucketElsewhere: Refusal = {
  code: "PermanentRedirect",
  source: s3Errors,
  when: ({ scope, inputs }) => {
    const [bucket] = scope.everywhere(bucketType, text(inputs, "bucket") ?? "");
    return bucket !== undefined && bucket.account === scope.account && bucket.region !== scope.region
      ? "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint."
      : undefined;
  },
};

/** What the models of everything that a bucket is configured with have in common. */
export const ofBucket = {
  immutable: ["bucket"],
  references: { bucket: bucketReference },
  id: ({ inputs }: Request) => text(inputs, "bucket") ?? "",
} satisfies Partial<Model>;

/** The same of types with `expectedBucketOwner` (`createResourceID` in internal/service/s3/id.go of the provider). */
export const ofOwnedBucket = {
  immutable: ["bucket", "expectedBucketOwner"],
  references: { bucket: bucketReference },
  id: ({ inputs }: Request) =>
    [text(inputs, "bucket"), text(inputs, "expectedBucketOwner")].filter((part) => part !== undefined).join(),
} satisfies Partial<Model>;

/** The bucket that a request names. */
export const bucketOf = ({ scope, inputs }: Request): CloudResource | undefined =>
  scope.find(bucketType, text(inputs, "bucket") ?? "");

/** What a bucket is configured with, by type. */
export const configurationOf = (scope: Scope, type: string, bucket: string): CloudResource | undefined =>
  scope.find(type, bucket) ?? scope.find(type, `${bucket},${scope.account}`);

/** Whether one of the four settings that keep the public out is on. */
export function blocksPublic({ scope, inputs }: Request, setting: "blockPublicAcls" | "blockPublicPolicy"): boolean {
  return configurationOf(scope, bucketPublicAccessBlockType, text(inputs, "bucket") ?? "")?.outputs[setting] === true;
}

/** Whether ACLs are off: the bucket's owner owns every object. */
export function disablesAcls({ scope, inputs }: Request): boolean {
  const rule = configurationOf(scope, bucketOwnershipType, text(inputs, "bucket") ?? "")?.outputs.rule;
  return JSON.stringify(rule)?.includes("BucketOwnerEnforced") ?? false;
}

/** Whether objects of the bucket can be locked. */
export const locksObjects = (request: Request): boolean =>
  bucketOf(request)?.outputs.objectLockEnabled === true ||
  configurationOf(request.scope, bucketObjectLockType, text(request.inputs, "bucket") ?? "") !== undefined;
