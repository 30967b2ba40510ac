import { uuid } from "../ids";
import type { Model, Request } from "../model";
import { keyRefusals } from "./key-refusals";
import { keyType } from "./keys";

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
  type: keyType,
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
  refusals: keyRefusals,
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
