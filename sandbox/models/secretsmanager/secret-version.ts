import { sizeQuota } from "../../quotas/quota";
import { secretsManagerQuotas } from "../../quotas/secretsmanager";
import { text } from "../../values";
import { uuid } from "../ids";
import { type KeyRefusal, unusableKey } from "../kms/keys";
import type { Model, Refusal, Request } from "../model";
import { textsOf } from "../policy-document";
import { ofSecret, secretNamed } from "./secrets";

const putSecretValue = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html";
const longestLabel = 256;

const secretOf = ({ scope, inputs }: Request) => secretNamed(scope, text(inputs, "secretId") ?? "");

/** The key of the secret that the value is for: Secrets Manager uses it only when it encrypts a value. */
const keysOf = (request: Request) => {
  const key = text(secretOf(request)?.outputs ?? {}, "kmsKeyId");
  return key === undefined || key === "" ? [] : [key];
};

const encryptionFailure: KeyRefusal = {
  code: "EncryptionFailure",
  source: putSecretValue,
  on: ["create"],
  message: () =>
    "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
};

const values = ({ inputs: { secretBinary, secretString, secretStringWo } }: Request) =>
  [secretBinary, secretString, secretStringWo].filter((value) => value !== undefined && value !== "");

/** Bytes of a value; a binary one is given in base64. */
function sizeOf({ inputs }: Request): number {
  const binary = Buffer.from(text(inputs, "secretBinary") ?? "", "base64").length;
  return Math.max(binary, Buffer.byteLength(text(inputs, "secretString") ?? text(inputs, "secretStringWo") ?? ""));
}

const givenValues = ["secretBinary", "secretString", "secretStringWo"];

const refusals: Refusal[] = [
  ...ofSecret("secretId", putSecretValue),
  {
    code: "InvalidParameterException",
    source: putSecretValue,
    on: ["create"],
    reads: givenValues,
    atPreview: true,
    when: (request) =>
      values(request).length > 1
        ? "You can't specify both a binary secret value and a string secret value in the same secret."
        : undefined,
  },
  {
    code: "InvalidRequestException",
    source: putSecretValue,
    on: ["create"],
    reads: givenValues,
    atPreview: true,
    when: (request) =>
      values(request).length === 0 ? "You must provide either SecretString or SecretBinary." : undefined,
  },
  {
    code: "ValidationException",
    source: putSecretValue,
    reads: ["versionStages"],
    atPreview: true,
    when: ({ inputs }) =>
      textsOf(inputs.versionStages).some(({ length }) => length < 1 || length > longestLabel)
        ? `1 validation error detected: Value at 'versionStages' failed to satisfy constraint: Member must have length between 1 and ${longestLabel}`
        : undefined,
  },
  sizeQuota(
    secretsManagerQuotas.valueSize,
    {
      code: "ValidationException",
      on: ["create"],
      reads: givenValues,
      atPreview: true,
      message: (limit) =>
        `1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to ${limit}`,
    },
    sizeOf,
  ),
  sizeQuota(
    secretsManagerQuotas.labelsPerVersion,
    {
      code: "LimitExceededException",
      reads: ["versionStages"],
      atPreview: true,
      message: (limit) => `You can attach up to ${limit} staging labels to a version.`,
    },
    ({ inputs }) => textsOf(inputs.versionStages).length,
  ),
  ...unusableKey(keysOf, {
    missing: encryptionFailure,
    disabled: encryptionFailure,
    pendingDeletion: encryptionFailure,
  }),
];

export const secretVersion: Model = {
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  schema: "internal/service/secretsmanager/secret_version.go",
  immutable: ["secretBinary", "secretId", "secretString", "secretStringWoVersion"],
  sets: ["versionStages"],
  secrets: ["secretBinary", "secretString", "secretStringWo"],
  refusals,
  id: ({ inputs, digits }) => `${inputs.secretId}|${uuid(digits)}`,
  computed: {
    arn: (made) => secretOf(made)?.id ?? text(made.inputs, "secretId"),
    hasSecretStringWo: ({ inputs }) => inputs.secretStringWo !== undefined,
    versionId: ({ digits }) => uuid(digits),
    versionStages: () => ["AWSCURRENT"],
  },
};
