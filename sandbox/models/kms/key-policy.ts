import { text } from "../../values";
import type { Model, Request } from "../model";
import { keyPolicyType, unusableKey } from "./keys";
import { keyPolicyRefusals } from "./policy-refusals";

const putKeyPolicy = "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html";
const keyId = ({ inputs }: Request) => text(inputs, "keyId") ?? "";

/** A key's policy as a resource of its own: it is the key's while it is there. */
export const kmsKeyPolicy: Model = {
  type: keyPolicyType,
  schema: "internal/service/kms/key_policy.go",
  defaults: { bypassPolicyLockoutSafetyCheck: false },
  immutable: ["keyId"],
  documents: ["policy"],
  refusals: [
    ...unusableKey((request) => [keyId(request)], {
      missing: { code: "NotFoundException", source: putKeyPolicy, message: (key) => `Key '${key}' does not exist` },
      pendingDeletion: {
        code: "KMSInvalidStateException",
        source: putKeyPolicy,
        message: (key) => `${key} is pending deletion.`,
      },
    }),
    ...keyPolicyRefusals(putKeyPolicy),
  ],
  id: keyId,
};
