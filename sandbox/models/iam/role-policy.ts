import { iamQuotas } from "../../quotas/iam";
import { sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model } from "../model";
import { malformed } from "../policies/refusals";
import { inlinePolicies, policySize } from "./documents";
import { iamName } from "./names";
import { iamRoleReference, serviceLinkedRole } from "./references";

const putRolePolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html";

export const rolePolicy: Model = {
  type: "aws:iam/rolePolicy:RolePolicy",
  schema: "internal/service/iam/role_policy.go",
  global: true,
  autoName: { property: "name", maxLength: 128 },
  immutable: ["name", "namePrefix", "role"],
  documents: ["policy"],
  references: { role: iamRoleReference },
  refusals: [
    serviceLinkedRole(putRolePolicy),
    iamName("policyName", 128, putRolePolicy),
    malformed("inline", { property: "policy", code: "MalformedPolicyDocument", source: putRolePolicy }),
    sizeQuota(
      iamQuotas.inlinePoliciesSize,
      {
        code: "LimitExceeded",
        message: (limit, { inputs }) => `Maximum policy size of ${limit} bytes exceeded for role ${inputs.role}`,
      },
      ({ scope, inputs }) => {
        const policies = inlinePolicies(scope, text(inputs, "role") ?? "");
        policies.set(text(inputs, "name") ?? "", text(inputs, "policy") ?? "");
        return [...policies.values()].reduce((sum, policy) => sum + policySize(policy), 0);
      },
    ),
  ],
  id: ({ inputs }) => `${inputs.role}:${inputs.name}`,
};
