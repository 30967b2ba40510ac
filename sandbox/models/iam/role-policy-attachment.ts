import type { Model } from "../model";
import { iamQuotas } from "./documents";
import { iamPolicyArnReference, iamRoleReference } from "./references";

const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
/** Default of a quota that AWS raises to 20 on request. */
const attachmentsPerRole = 10;

/** Properties and form of the id: terraform-provider-aws, internal/service/iam/role_policy_attachment.go */
export const rolePolicyAttachment: Model = {
  type,
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
