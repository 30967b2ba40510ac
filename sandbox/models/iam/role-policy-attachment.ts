import type { Model } from "../model";
import { iamQuotas } from "./documents";
import { iamPolicyArnReference, iamRoleReference } from "./references";

const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
/** Default of a quota that AWS raises to 20 on request. */
const attachmentsPerRole = 10;

export const rolePolicyAttachment: Model = {
  type,
  schema: "internal/service/iam/role_policy_attachment.go",
  global: true,
  immutable: ["policyArn", "role"],
  references: { role: iamRoleReference, policyArn: iamPolicyArnReference },
  refusals: [
    {
      code: "LimitExceeded",
      source: iamQuotas,
      on: ["create"],
      when: ({ scope, inputs }) => {
        const attached = scope.list(type).filter(({ outputs }) => outputs.role === inputs.role);
        const isAttached = attached.some(({ outputs }) => outputs.policyArn === inputs.policyArn);
        return attached.length >= attachmentsPerRole && !isAttached
          ? `Cannot exceed quota for PoliciesPerRole: ${attachmentsPerRole}`
          : undefined;
      },
    },
  ],
  id: ({ inputs }) => `${inputs.role}/${inputs.policyArn}`,
};
