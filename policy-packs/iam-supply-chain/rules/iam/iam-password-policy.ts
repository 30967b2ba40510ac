import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const classes = [
  "requireLowercaseCharacters",
  "requireNumbers",
  "requireSymbols",
  "requireUppercaseCharacters",
] as const;

/** Passwords of IAM users are long, mixed and not used again. */
export const iamPasswordPolicy = resourceRule({
  name: "iam-password-policy",
  title: "The password policy asks for 14 characters of all classes and remembers 24 passwords.",
  severity: "medium",
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  parameters: z.object({
    minimumLength: z.number().int().min(6).max(128).default(14),
    reusePrevention: z.number().int().min(1).max(24).default(24).describe("How many former passwords are refused."),
    maximumAge: z
      .number()
      .int()
      .min(1)
      .max(1095)
      .default(90)
      .describe("Days, for policies that let passwords expire at all."),
  }),
  controls: {
    "cis-aws-3.0": ["1.8", "1.9"],
    "cis-aws-5.0": ["1.7", "1.8"],
    "cis-aws-7.0": ["2.8", "2.9"],
    "nist-800-53-r5": [
      "AC-2(1)",
      "AC-2(3)",
      "AC-2",
      "AC-3(3)",
      "AC-3(4)",
      "AC-3(8)",
      "AC-3(12)",
      "AC-3(13)",
      "AC-3(15)",
      "AC-4(28)",
      "AC-7(4)",
      "AC-24",
      "CM-5(1)",
      "CM-6",
      "CM-9",
      "CM-12",
      "IA-4",
      "IA-5",
      "IA-5(1)",
      "IA-5(18)",
      "IA-8(2)",
      "MA-4",
      "SC-23(3)",
    ],
    "iso27001-2022": ["A.5.15"],
  },
  remediationSteps:
    "Set minimumPasswordLength to at least 14, passwordReusePrevention to 24 and all four require… properties to true.",
  docs: {
    why: "Short passwords are guessed, and passwords that were used before are already known to somebody.",
    good: {
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
        minimumPasswordLength: 14,
        passwordReusePrevention: 24,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercaseCharacters: true,
      },
    },
  },
  // Absent is what AWS does without: 6 characters, no classes, no memory
  // (docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html).
  check({ props: policy }, report, { minimumLength, reusePrevention, maximumAge }) {
    if ((policy.minimumPasswordLength ?? 6) < minimumLength) {
      report(`minimumPasswordLength is less than ${minimumLength}`);
    }
    if ((policy.passwordReusePrevention ?? 0) < reusePrevention) {
      report(`passwordReusePrevention is less than ${reusePrevention}`);
    }
    if ((policy.maxPasswordAge ?? 0) > maximumAge) report(`maxPasswordAge is more than ${maximumAge} days`);
    for (const required of classes) {
      if (policy[required] !== true) report(`${required} is not set to true`);
    }
  },
  remediate({ props: policy }, { minimumLength, reusePrevention, maximumAge }) {
    policy.minimumPasswordLength = Math.max(policy.minimumPasswordLength ?? 6, minimumLength);
    policy.passwordReusePrevention = Math.max(policy.passwordReusePrevention ?? 0, reusePrevention);
    if ((policy.maxPasswordAge ?? 0) > maximumAge) policy.maxPasswordAge = maximumAge;
    for (const required of classes) policy[required] = true;
  },
});
