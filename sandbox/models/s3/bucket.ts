import { dnsSuffixOf } from "../../../components/core/regions";
import { activeStatus } from "../../cloud/resource";
import { countQuota } from "../../quotas/quota";
import { s3Quotas } from "../../quotas/s3";
import { text } from "../../values";
import type { Made, Model, Refusal, Request } from "../model";
import { hostedZones } from "./hosted-zones";
import { invalidBucketName } from "./names";
import { s3Errors } from "./references";
import {
  bucketConfigurationTypes,
  bucketOwnershipType,
  bucketPublicAccessBlockType,
  bucketType,
  objectTypes,
} from "./types";

const createBucket = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html";

const id = ({ inputs }: Request) => text(inputs, "bucket") ?? "";
const holder = (request: Request) => request.scope.everywhere(bucketType, id(request))[0];
const objectsIn = ({ scope, prior }: Request) =>
  objectTypes.flatMap((type) => scope.having(type, "bucket", prior?.id ?? ""));

/**
 * Whether the name's holder is the account that asks. In us-east-1 S3 would answer that all is well and reset the
 * bucket's ACLs; the provider refuses there as if another account had it.
 */
const isOwn = (request: Request) =>
  holder(request)?.account === request.scope.account && request.scope.region !== "us-east-1";

const refusals: Refusal[] = [
  invalidBucketName,
  {
    code: "BucketAlreadyOwnedByYou",
    source: createBucket,
    on: ["create"],
    when: (request) =>
      isOwn(request) ? "Your previous request to create the named bucket succeeded and you already own it." : undefined,
  },
  {
    code: "BucketAlreadyExists",
    source: createBucket,
    on: ["create"],
    when: (request) =>
      holder(request) !== undefined
        ? "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again."
        : undefined,
  },
  {
    code: "InvalidBucketAclWithObjectOwnership",
    source: createBucket,
    on: ["create"],
    reads: ["acl"],
    atPreview: true,
    when: ({ inputs: { acl } }) =>
      acl !== undefined && acl !== "private"
        ? "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting"
        : undefined,
  },
  countQuota(
    s3Quotas.buckets,
    { code: "TooManyBuckets", message: () => "You have attempted to create more buckets than allowed" },
    ({ scope }) => scope.everywhere(bucketType).filter(({ account }) => account === scope.account).length,
  ),
  {
    code: "BucketNotEmpty",
    source: s3Errors,
    on: ["delete"],
    when: (request) =>
      request.prior?.outputs.forceDestroy !== true && objectsIn(request).length > 0
        ? "The bucket you tried to delete is not empty"
        : undefined,
  },
];

/**
 * What S3 gives a new bucket since April 2023: no public access, and no ACLs.
 *
 * Source: docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
 */
function protect({ scope, id: bucket }: Made): void {
  const on = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  const configured = { bucket, region: scope.region };
  const defaults = [
    { type: bucketPublicAccessBlockType, outputs: { ...configured, ...on } },
    { type: bucketOwnershipType, outputs: { ...configured, rule: { objectOwnership: "BucketOwnerEnforced" } } },
  ];
  for (const { type, outputs } of defaults) {
    scope.put({ type, id: bucket, status: activeStatus, owner: bucket, inputs: outputs, outputs });
  }
}

/** Auto-naming: pulumi-aws, provider/resources.go. */
export const bucket: Model = {
  type: bucketType,
  schema: "internal/service/s3/bucket.go",
  tagged: true,
  autoName: { property: "bucket", maxLength: 63, lowerCase: true },
  defaults: { forceDestroy: false },
  immutable: ["bucket", "bucketNamespace", "bucketPrefix", "objectLockEnabled"],
  documents: ["policy"],
  refusals,
  id,
  computed: {
    arn: ({ scope, id: name }) => `arn:${scope.partition}:s3:::${name}`,
    bucketDomainName: ({ scope, id: name }) => `${name}.s3.${dnsSuffixOf(scope.partition)}`,
    bucketNamespace: () => "global",
    bucketRegion: ({ scope }) => scope.region,
    bucketRegionalDomainName: ({ scope, id: name }) => `${name}.s3.${scope.region}.${dnsSuffixOf(scope.partition)}`,
    hostedZoneId: ({ scope }) => hostedZones[scope.region],
    objectLockEnabled: () => false,
    requestPayer: () => "BucketOwner",
    serverSideEncryptionConfiguration: () => ({
      rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: false },
    }),
    versioning: () => ({ enabled: false, mfaDelete: false }),
  },
  made: protect,
  deleted: (made) => {
    const configuration = bucketConfigurationTypes.flatMap((type) => made.scope.having(type, "bucket", made.id));
    for (const resource of [...objectsIn(made), ...configuration]) made.scope.remove(resource);
    return undefined;
  },
};
