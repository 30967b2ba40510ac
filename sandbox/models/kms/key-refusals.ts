import { kmsQuotas } from "../../quotas/kms";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import { enumConstraint, rangeConstraint, textConstraint } from "../constraints";
import type { Refusal } from "../model";
import { keyType } from "./keys";
import { keyPolicyRefusals } from "./policy-refusals";

const createKey = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html";
const enableKeyRotation = "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html";
const scheduleKeyDeletion = "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html";

const sign = ["SIGN_VERIFY"];
const signOrAgree = ["SIGN_VERIFY", "KEY_AGREEMENT"];
const encryptOrSign = ["ENCRYPT_DECRYPT", "SIGN_VERIFY"];
const authenticate = ["GENERATE_VERIFY_MAC"];
const encapsulate = ["ENCAPSULATE_DECAPSULATE"];

/** What keys of each spec can be for: API_CreateKey.html, KeyUsage. */
const usagesOf: Readonly<Record<string, readonly string[]>> = {
  SYMMETRIC_DEFAULT: ["ENCRYPT_DECRYPT"],
  RSA_2048: encryptOrSign,
  RSA_3072: encryptOrSign,
  RSA_4096: encryptOrSign,
  ECC_NIST_P256: signOrAgree,
  ECC_NIST_P384: signOrAgree,
  ECC_NIST_P521: signOrAgree,
  ECC_NIST_EDWARDS25519: sign,
  ECC_SECG_P256K1: sign,
  HMAC_224: authenticate,
  HMAC_256: authenticate,
  HMAC_384: authenticate,
  HMAC_512: authenticate,
  ML_DSA_44: sign,
  ML_DSA_65: sign,
  ML_DSA_87: sign,
  ML_KEM_512: encapsulate,
  ML_KEM_768: encapsulate,
  ML_KEM_1024: encapsulate,
  SM2: ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"],
};

/** Whether a key is a symmetric one for encryption, the only kind that services of AWS can use. */
export const isSymmetric = (spec: unknown) => spec === undefined || spec === "SYMMETRIC_DEFAULT";

export const keyRefusals: Refusal[] = [
  textConstraint({
    code: "ValidationException",
    source: createKey,
    property: "description",
    parameter: "description",
    maxLength: 8192,
  }),
  enumConstraint({
    code: "ValidationException",
    source: createKey,
    property: "customerMasterKeySpec",
    parameter: "keySpec",
    values: Object.keys(usagesOf),
  }),
  {
    code: "ValidationException",
    source: createKey,
    reads: ["customerMasterKeySpec", "keyUsage"],
    atPreview: true,
    when: ({ inputs }) => {
      const [spec, usage] = [text(inputs, "customerMasterKeySpec") ?? "", text(inputs, "keyUsage") ?? ""];
      const usages = usagesOf[spec] ?? [];
      return usages.includes(usage)
        ? undefined
        : `KeyUsage ${usage} is not compatible with KeySpec ${spec}, which takes ${usages.join(" or ")}`;
    },
  },
  rangeConstraint({
    code: "ValidationException",
    source: scheduleKeyDeletion,
    property: "deletionWindowInDays",
    parameter: "pendingWindowInDays",
    min: 7,
    max: 30,
  }),
  rangeConstraint({
    code: "ValidationException",
    source: enableKeyRotation,
    property: "rotationPeriodInDays",
    parameter: "rotationPeriodInDays",
    min: 90,
    max: 2560,
  }),
  {
    code: "UnsupportedOperationException",
    source: enableKeyRotation,
    reads: ["customerMasterKeySpec", "customKeyStoreId", "enableKeyRotation"],
    atPreview: true,
    when: ({ inputs: { customerMasterKeySpec, customKeyStoreId, enableKeyRotation: isOn } }) =>
      isOn === true && (!isSymmetric(customerMasterKeySpec) || customKeyStoreId !== undefined)
        ? "Automatic rotation is supported only on symmetric encryption KMS keys that are not in a custom key store."
        : undefined,
  },
  {
    code: "DisabledException",
    source: enableKeyRotation,
    on: ["update"],
    // The provider enables a key before, and disables it after, everything else that it changes.
    when: ({ inputs, prior }) => {
      const isOff = prior?.inputs.isEnabled === false && inputs.isEnabled === false;
      const isChanged = (property: string) => prior?.inputs[property] !== inputs[property];
      return isOff && (isChanged("enableKeyRotation") || isChanged("rotationPeriodInDays"))
        ? `${prior?.outputs.arn} is disabled.`
        : undefined;
    },
  },
  ...keyPolicyRefusals(createKey),
  countQuota(
    kmsQuotas.keys,
    { code: "LimitExceededException", message: (limit) => `The account has ${limit} KMS keys, the most it may have.` },
    // Keys count in whatever state they are.
    ({ scope }) => scope.list(keyType).length,
  ),
];
