import { reportPublicStatements } from "../../../core/policy-document";
import { resourceRule } from "../../../core/rule";

const ownPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
  ],
});

/** Key policies let nobody in by a wildcard. */
export const kmsPolicyNoWildcard = resourceRule({
  name: "kms-policy-no-wildcard",
  title: "A KMS key's policy allows no principal * without a condition that says who.",
  severity: "critical",
  types: ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy"],
  controls: { "cis-aws-7.0": ["2.21"], "iso27001-2022": ["A.8.1"] },
  remediationSteps:
    "Name the account's root and the roles or services that use the key as principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.",
  docs: {
    why: "A key that everyone may use protects nothing: whoever gets hold of a ciphertext decrypts it from an account of their own.",
    component: "EncryptionKey names the account's root, its administrators and its users.",
    good: { "aws:kms/key:Key": { policy: ownPolicy }, "aws:kms/keyPolicy:KeyPolicy": { policy: ownPolicy } },
  },
  check({ props: { policy } }, report) {
    // KMS's default policy names the account's root only.
    if (policy === undefined || policy === null) return;
    reportPublicStatements(policy, "policy", report);
  },
});
