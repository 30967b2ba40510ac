import { isPublic, statementsOf } from "../../core/policy-document";
import { resourceRule } from "../../core/rule";

/** Key policies let nobody in by a wildcard. */
export const kmsPolicyNoWildcard = resourceRule({
  name: "kms-policy-no-wildcard",
  title: "A KMS key's policy allows no principal * without a condition that says who.",
  severity: "critical",
  types: ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy"],
  controls: { "cis-aws-7.0": ["2.21"], "iso27001-2022": ["A.8.1"] },
  remediationSteps:
    "Name the account's root and the roles or services that use the key as principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.",
  check({ props: { policy } }, report) {
    // KMS's default policy names the account's root only.
    if (policy === undefined || policy === null) return;
    const statements = statementsOf(policy);
    if (!statements) {
      report("policy is not an IAM policy document in JSON: KMS would refuse it");
      return;
    }
    statements.forEach((statement, index) => {
      if (isPublic(statement)) {
        report(
          `policy statement ${index + 1} allows every AWS account: name principals or add a condition on who calls`,
        );
      }
    });
  },
});
