import type { Properties, Value } from "../../values";
import { isObject } from "../../values";
import { principalsOfStatement } from "../policies/principals";
import { matchesPattern, textsOf } from "../policy-document";

/** Actions on objects and on buckets that policies often name together: docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const objectActions = [
  "AbortMultipartUpload",
  "DeleteObject",
  "DeleteObjectTagging",
  "DeleteObjectVersion",
  "GetObject",
  "GetObjectAcl",
  "GetObjectAttributes",
  "GetObjectTagging",
  "GetObjectVersion",
  "ListMultipartUploadParts",
  "PutObject",
  "PutObjectAcl",
  "PutObjectLegalHold",
  "PutObjectRetention",
  "PutObjectTagging",
  "RestoreObject",
].map((action) => `s3:${action}`.toLowerCase());
const bucketActions = [
  "DeleteBucket",
  "DeleteBucketPolicy",
  "GetBucketAcl",
  "GetBucketLocation",
  "GetBucketPolicy",
  "GetBucketVersioning",
  "GetEncryptionConfiguration",
  "GetLifecycleConfiguration",
  "ListBucket",
  "ListBucketMultipartUploads",
  "ListBucketVersions",
  "PutBucketAcl",
  "PutBucketPolicy",
  "PutBucketVersioning",
  "PutEncryptionConfiguration",
  "PutLifecycleConfiguration",
].map((action) => `s3:${action}`.toLowerCase());

/** What is wrong with the form of a bucket policy's statement. */
export function mistakeInStatement(statement: Properties): string | undefined {
  const has = (...elements: string[]) => elements.some((element) => statement[element] !== undefined);
  if (!has("Effect")) return "Missing required field Effect";
  if (statement.Effect !== "Allow" && statement.Effect !== "Deny") return `Invalid effect: ${statement.Effect}`;
  if (!has("Principal", "NotPrincipal")) return "Missing required field Principal";
  if (!has("Action", "NotAction")) return "Missing required field Action";
  if (!has("Resource", "NotResource")) return "Missing required field Resource";
  const isKnown = (action: string) => action === "*" || /^s3[a-z-]*:/i.test(action);
  return textsOf(statement.Action).every(isKnown) ? undefined : "Policy has invalid action";
}

const arnOfBucket = /^arn:[a-z0-9-]+:s3:::/;
/** The bucket's part of the ARN of a bucket or of an object in it; undefined for an ARN of anything else. */
const bucketPartOf = (resource: string): string | undefined =>
  arnOfBucket.test(resource) ? resource.replace(arnOfBucket, "").split("/")[0] : undefined;

/** Whether a statement's resource can be neither the bucket nor an object in it. */
export function isForeign(resource: string, bucket: string): boolean {
  const part = bucketPartOf(resource);
  return part !== undefined && !matchesPattern(part, bucket);
}

/** Whether an action of the statement is for objects only and no resource is one, or the other way around. */
export function isMismatched({ Action, Resource }: Properties): boolean {
  const resources = textsOf(Resource);
  const judged = resources.every(
    (resource) => arnOfBucket.test(resource) && !/[*?$]/.test(bucketPartOf(resource) ?? "*"),
  );
  if (!judged || resources.length === 0) return false;
  const asked = textsOf(Action).map((action) => action.toLowerCase());
  const [hasObject, hasBucket] = [
    resources.some((arn) => arn.includes("/")),
    resources.some((arn) => !arn.includes("/")),
  ];
  return (
    (!hasObject && asked.some((action) => objectActions.includes(action))) ||
    (!hasBucket && asked.some((action) => bucketActions.includes(action)))
  );
}

/** Whether a statement lets everybody in. One with a condition is not judged: S3 looks at what the condition says. */
export const isPublic = (statement: Properties): boolean =>
  statement.Effect === "Allow" &&
  isAbsent(statement.Condition) &&
  principalsOfStatement(statement).some(({ value }) => value === "*");

const isAbsent = (condition: Value | undefined) =>
  condition === undefined || (isObject(condition) && Object.keys(condition).length === 0);
