import { parseArn } from "../../../components/core/arn";
import { iamQuotas } from "../../quotas/iam";
import { sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model } from "../model";
import { attachedPolicies } from "./documents";
import { iamPolicyArnReference, iamRoleReference, serviceLinkedRole } from "./references";

const attachRolePolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html";

export const rolePolicyAttachment: Model = {
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  schema: "internal/service/iam/role_policy_attachment.go",
  global: true,
  immutable: ["policyArn", "role"],
  references: { role: iamRoleReference, policyArn: iamPolicyArnReference },
  refusals: [
    serviceLinkedRole(attachRolePolicy),
    {
      code: "InvalidInput",
      source: attachRolePolicy,
      reads: ["policyArn"],
      atPreview: true,
      when: ({ inputs }) => {
        const arn = text(inputs, "policyArn");
        return arn === undefined || parseArn(arn) !== undefined ? undefined : `ARN ${arn} is not valid.`;
      },
    },
    sizeQuota(
      iamQuotas.policiesPerRole,
      {
        code: "LimitExceeded",
        on: ["create"],
        message: (limit) => `Cannot exceed quota for PoliciesPerRole: ${limit}`,
      },
      // To attach what is attached already changes nothing.
      ({ scope, inputs }) =>
        attachedPolicies(scope, text(inputs, "role") ?? "").add(text(inputs, "policyArn") ?? "").size,
    ),
  ],
  id: ({ inputs }) => `${inputs.role}/${inputs.policyArn}`,
};
