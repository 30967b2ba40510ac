import { leastPrivilege } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

const policyArn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

/** Users get what they may from groups, so that it is seen in one place and goes when they leave the group. */
export const iamPoliciesOnGroups = resourceRule({
  name: "iam-policies-on-groups",
  title: "Policies are attached to groups and roles, not to users.",
  severity: "low",
  types: [
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  ],
  controls: {
    "cis-aws-3.0": ["1.15"],
    "cis-aws-5.0": ["1.14"],
    "cis-aws-7.0": ["2.13"],
    soc2: ["CC1.3"],
    "nist-800-53-r5": leastPrivilege,
    "iso27001-2022": ["A.5.15"],
    "pci-4.0": [
      ...["7.2.1", "7.2.2", "7.2.5", "7.3.1", "7.3.2", "7.3.3", "8.2.1", "8.2.2", "8.2.4", "8.2.5", "8.2.7"],
      ...["8.2.8", "8.3.11", "8.3.4"],
    ],
  },
  remediationSteps: "Attach the policy to a group or a role, and let users be members of the group.",
  docs: {
    why: "What is given to single users is overlooked when it should be taken back.",
    good: {
      "aws:iam/policyAttachment:PolicyAttachment": { groups: ["developers"], roles: ["app"], policyArn },
      // These two are a user's by their nature: only without one they pass.
      "aws:iam/userPolicy:UserPolicy": {},
      "aws:iam/userPolicyAttachment:UserPolicyAttachment": {},
    },
  },
  check({ type, props }, report) {
    if (type === "aws:iam/policyAttachment:PolicyAttachment") {
      if (isNonEmpty(props, "users")) report("users has the policy attached: use groups or roles");
    } else if (isNonEmpty(props, "user")) {
      report("user has a policy of its own: attach it to a group or a role");
    }
  },
});
