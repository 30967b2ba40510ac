import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html";
const kms = (code: string, name: string, value: number, adjustable = true): Quota => ({
  service: "kms",
  code,
  name,
  value,
  adjustable,
  source: page,
  date: "2026-11-24",
});

/** Quotas of KMS, per account and Region. */
export const kmsQuotas = {
  keys: kms("L-C2F1777E", "AWS KMS keys", 100_000),
  aliasesPerKey: kms("aliases-per-key", "Aliases per KMS key", 50),
  keyPolicySize: kms("key-policy-size", "Bytes in a key policy", 32_768, false),
};
