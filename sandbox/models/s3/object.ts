import { createHash } from "node:crypto";
import { tagsOf } from "../../cloud/read";
import { activeStatus } from "../../cloud/resource";
import { sizeQuota } from "../../quotas/quota";
import { s3Quotas } from "../../quotas/s3";
import { isObject, type Properties, text, valuesAt } from "../../values";
import type { Made, Model, Refusal, Request } from "../model";
import { aclsDisabled, publicAclBlocked } from "./acls";
import { bucketElsewhere, bucketReference, configurationOf, locksObjects } from "./references";
import { bucketEncryptionType, bucketVersioningType, objectTypes } from "./types";

const kmsErrors = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html";
const lockProperties = ["objectLockLegalHoldStatus", "objectLockMode", "objectLockRetainUntilDate"];

const id = ({ inputs }: Request) => `${inputs.bucket}/${inputs.key}`;

/** The key that encrypts an object: its own, or that of its bucket's default encryption. */
function keyIdOf({ scope, inputs }: Request): string | undefined {
  const own = text(inputs, "kmsKeyId");
  if (own !== undefined) return own;
  const configured = configurationOf(scope, bucketEncryptionType, text(inputs, "bucket") ?? "")?.outputs;
  const [key] = valuesAt(configured, "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId");
  return typeof key === "string" && key !== "" ? key : undefined;
}

/** Whether S3 finds the key of this account; undefined where it cannot be judged. */
function keyOf(request: Request) {
  const [, region, account, keyId = ""] = /^arn:[^:]+:kms:([^:]*):(\d*):key\/(.+)$/.exec(keyIdOf(request) ?? "") ?? [];
  if (account !== request.scope.account || region === undefined) return undefined;
  return { found: request.scope.in(region).find("aws:kms/key:Key", keyId), keyId };
}

const refusals: Refusal[] = [
  bucketElsewhere,
  sizeQuota(
    s3Quotas.objectKey,
    { code: "KeyTooLongError", reads: ["key"], atPreview: true, message: () => "Your key is too long" },
    ({ inputs }) => Buffer.byteLength(text(inputs, "key") ?? ""),
  ),
  sizeQuota(
    s3Quotas.objectTags,
    {
      code: "BadRequest",
      reads: ["tagsAll"],
      atPreview: true,
      message: (limit) => `Object tags cannot be greater than ${limit}`,
    },
    ({ inputs }) => Object.keys(tagsOf(inputs.tagsAll)).length,
  ),
  aclsDisabled(["bucket-owner-full-control"]),
  publicAclBlocked,
  {
    code: "InvalidRequest",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html",
    when: (request) =>
      lockProperties.some((property) => request.inputs[property] !== undefined) && !locksObjects(request)
        ? "Bucket is missing Object Lock Configuration"
        : undefined,
  },
  {
    code: "KMS.NotFoundException",
    source: kmsErrors,
    looksUp: true,
    when: (request) => {
      const key = keyOf(request);
      return key !== undefined && key.found === undefined ? `Key '${keyIdOf(request)}' does not exist` : undefined;
    },
  },
  {
    code: "KMS.KMSInvalidStateException",
    source: kmsErrors,
    when: (request) => {
      const found = keyOf(request)?.found;
      return found !== undefined && found.status !== activeStatus
        ? `${found.outputs.arn} is pending deletion.`
        : undefined;
    },
  },
  {
    code: "KMS.DisabledException",
    source: kmsErrors,
    when: (request) => {
      const found = keyOf(request)?.found;
      return found?.outputs.isEnabled === false ? `${found.outputs.arn} is disabled.` : undefined;
    },
  },
];

/** The MD5 of the content, as S3 answers for what it does not encrypt with a key of KMS. */
function etag({ inputs }: Made): string {
  const { source } = inputs;
  const content =
    text(inputs, "content") ?? (isObject(source) ? (text(source, "text") ?? text(source, "hash")) : undefined);
  const bytes = Buffer.from(content ?? text(inputs, "contentBase64") ?? "", content === undefined ? "base64" : "utf8");
  return createHash("md5").update(bytes).digest("hex");
}

function contentType({ inputs }: { inputs: Properties }): string {
  return inputs.source === undefined && inputs.contentBase64 === undefined
    ? "text/plain; charset=utf-8"
    : "application/octet-stream";
}

/** Another one for each content; real ones are longer and say nothing of it. */
function versionId(made: Made): string | undefined {
  const versioning = configurationOf(made.scope, bucketVersioningType, text(made.inputs, "bucket") ?? "");
  const isEnabled = JSON.stringify(versioning?.outputs.versioningConfiguration)?.includes('"Enabled"');
  if (!isEnabled && !locksObjects(made)) return undefined;
  return createHash("sha256")
    .update(`${made.digits}/${etag(made)}`)
    .digest("hex")
    .slice(0, 32);
}

/** That the logical name is the key: pulumi-aws, provider/resources.go */
const objectModel = (type: string): Model => ({
  type,
  schema: "internal/service/s3/object.go",
  tagged: true,
  autoName: { property: "key", maxLength: 1024, suffix: false },
  defaults: { forceDestroy: false },
  immutable: ["bucket", "key"],
  references: { bucket: bucketReference },
  refusals,
  id,
  computed: {
    arn: ({ scope, inputs }) => `arn:${scope.partition}:s3:::${inputs.bucket}/${inputs.key}`,
    contentType,
    etag,
    kmsKeyId: keyIdOf,
    serverSideEncryption: (made) => (keyIdOf(made) === undefined ? "AES256" : "aws:kms"),
    storageClass: () => "STANDARD",
    versionId,
  },
  recomputed: ["etag", "versionId"],
});

export const objects = objectTypes.map(objectModel);
