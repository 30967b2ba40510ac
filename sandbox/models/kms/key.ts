import { uuid } from "../ids";
import type { Model, Request } from "../model";

const millisecondsADay = 86_400_000;
const longestWindowDays = 30;

/** What AWS gives a key that is made without a policy: the account decides, by IAM. */
function defaultPolicy({ scope }: Request): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${scope.partition}:iam::${scope.account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

export const kmsKey: Model = {
  type: "aws:kms/key:Key",
  schema: "internal/service/kms/key.go",
  tagged: true,
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  immutable: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
  documents: ["policy"],
  refusals: [
    {
      code: "ValidationException",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
      reads: ["deletionWindowInDays"],
      atPreview: true,
      when: ({ inputs: { deletionWindowInDays: days } }) =>
        typeof days === "number" && (days < 7 || days > longestWindowDays)
          ? `${days} is not a valid PendingWindowInDays: it must be between 7 and ${longestWindowDays}, inclusive`
          : undefined,
    },
    {
      code: "ValidationException",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
      reads: ["rotationPeriodInDays"],
      atPreview: true,
      when: ({ inputs: { rotationPeriodInDays: days } }) =>
        typeof days === "number" && (days < 90 || days > 2560)
          ? `${days} is not a valid RotationPeriodInDays: it must be between 90 and 2560, inclusive`
          : undefined,
    },
    {
      code: "MalformedPolicyDocumentException",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      reads: ["policy"],
      atPreview: true,
      when: ({ inputs: { policy } }) =>
        typeof policy === "string" && !isJson(policy)
          ? "The request was rejected: policy is not valid JSON"
          : undefined,
    },
  ],
  id: ({ digits }) => uuid(digits),
  computed: {
    arn: ({ scope, id }) => scope.arn("kms", `key/${id}`),
    description: () => "",
    keyId: ({ id }) => id,
    multiRegion: () => false,
    policy: defaultPolicy,
    rotationPeriodInDays: ({ inputs }) => (inputs.enableKeyRotation === true ? 365 : undefined),
  },
  deleted: ({ prior }) => {
    const days = Number(prior?.inputs.deletionWindowInDays ?? longestWindowDays);
    return {
      status: "PendingDeletion",
      outputs: { deletionDate: new Date(Date.now() + days * millisecondsADay).toISOString() },
    };
  },
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
