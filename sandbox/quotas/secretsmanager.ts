import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html";
const secretsManager = (code: string, name: string, value: number): Quota => ({
  service: "secretsmanager",
  code,
  name,
  value,
  adjustable: false,
  source: page,
  date: "2026-11-24",
});

/** Quotas of Secrets Manager, per account and Region. */
export const secretsManagerQuotas = {
  secrets: secretsManager("L-2F66C23C", "Secrets", 500_000),
  policySize: secretsManager("resource-policy-size", "Characters in a secret's resource policy", 20_480),
  valueSize: secretsManager("secret-value-size", "Bytes in a secret's value", 65_536),
  labelsPerVersion: secretsManager("labels-per-version", "Staging labels on a version", 20),
};
