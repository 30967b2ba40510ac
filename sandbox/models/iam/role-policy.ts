import { text } from "../../values";
import type { Model } from "../model";
import { iamQuotas, malformedDocument, policySize } from "./documents";
import { iamRoleReference } from "./references";

const type = "aws:iam/rolePolicy:RolePolicy";
/** Of all of a role's inline policies together. */
const inlineLimit = 10_240;

export const rolePolicy: Model = {
  type,
  schema: "internal/service/iam/role_policy.go",
  global: true,
  autoName: { property: "name", maxLength: 128 },
  immutable: ["name", "namePrefix", "role"],
  documents: ["policy"],
  references: { role: iamRoleReference },
  refusals: [
    malformedDocument("policy", "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"),
    {
      code: "LimitExceeded",
      source: iamQuotas,
      when: ({ scope, inputs, prior }) => {
        const others = scope
          .list(type)
          .filter(({ id, outputs }) => outputs.role === inputs.role && id !== prior?.id)
          .map(({ outputs }) => text(outputs, "policy") ?? "");
        const size = [text(inputs, "policy") ?? "", ...others].map(policySize).reduce((sum, part) => sum + part, 0);
        return size > inlineLimit
          ? `Maximum policy size of ${inlineLimit} bytes exceeded for role ${inputs.role}`
          : undefined;
      },
    },
  ],
  id: ({ inputs }) => `${inputs.role}:${inputs.name}`,
};
