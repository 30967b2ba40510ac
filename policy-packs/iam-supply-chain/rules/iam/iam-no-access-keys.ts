import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** Keys that do not expire are nobody's, or of users that are listed. */
export const iamNoAccessKeys = resourceRule({
  name: "iam-no-access-keys",
  title: "No access key is root's, or of a user that is not listed where users are.",
  severity: "high",
  types: ["aws:iam/accessKey:AccessKey"],
  parameters: z.object({
    users: z
      .array(z.string())
      .optional()
      .describe(
        "Names of users that may have access keys. Default: all but root, since `iam-no-users` judges the users.",
      ),
  }),
  controls: {
    "cis-aws-3.0": ["1.4", "1.13"],
    "cis-aws-5.0": ["1.3", "1.12"],
    "cis-aws-7.0": ["2.4"],
    "nist-800-53-r5": [
      "AC-2(1)",
      "AC-2(6)",
      "AC-3(3)",
      "AC-3(4)",
      "AC-3(7)",
      "AC-3(8)",
      "AC-3(12)",
      "AC-3(13)",
      "AC-3(15)",
      "AC-4(28)",
      "AC-6",
      "AC-6(2)",
      "AC-6(10)",
      "AC-24",
      "CM-5(1)",
      "CM-6",
      "CM-9",
      "IA-2",
      "IA-4",
      "IA-4(4)",
      "IA-4(8)",
      "IA-5(8)",
      "MP-2",
      "SC-23(3)",
      "SC-25",
    ],
    "iso27001-2022": ["A.5.15"],
    "pci-4.0": ["7.2.1", "7.2.2", "7.2.3", "8.2.1", "8.2.2", "8.2.4", "8.2.5", "8.3.11"],
  },
  remediationSteps: "Use a role in place of the key; list in users who must have one.",
  docs: {
    why: "An access key works from anywhere until somebody remembers it, and root's can do everything.",
    good: { "aws:iam/accessKey:AccessKey": { user: "mail-relay" } },
  },
  check({ props: { user } }, report, { users }) {
    if (user === undefined) return;
    // The root user's ARN ends in :root (docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html).
    if (user === "root" || user === "<root_account>" || user.endsWith(":root")) {
      report("an access key of the root user: use a role");
    } else if (users && !users.includes(user)) {
      report("an access key of a user that may have none: use a role");
    }
  },
});
