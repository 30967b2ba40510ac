import { iamQuotas } from "../../quotas/iam";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import { textConstraint } from "../constraints";
import { iamId } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { malformed } from "../policies/refusals";
import { policySize } from "./documents";
import { iamName, iamNameTaken, iamPath } from "./names";

const type = "aws:iam/policy:Policy";
const createPolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html";
const deletePolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html";
const boundaries = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html";
const arn = ({ scope, inputs }: Request) =>
  scope.global.arn("iam", `policy${text(inputs, "path") ?? "/"}${text(inputs, "name")}`);

/** Whether a property of some resource of a type names the policy. */
const isNamedBy = ({ scope, prior }: Request, holder: string, property: string) =>
  scope.having(holder, property, prior?.id ?? "").length > 0;

const refusals: Refusal[] = [
  iamNameTaken(
    type,
    createPolicy,
    (name) => `A policy called ${name} already exists. Duplicate names are not allowed.`,
  ),
  iamName("policyName", 128, createPolicy),
  iamPath(createPolicy, /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/),
  textConstraint({
    code: "ValidationError",
    source: createPolicy,
    property: "description",
    parameter: "description",
    maxLength: 1000,
  }),
  malformed("managed", { property: "policy", code: "MalformedPolicyDocument", source: createPolicy }),
  sizeQuota(
    iamQuotas.managedPolicySize,
    {
      code: "LimitExceeded",
      reads: ["policy"],
      atPreview: true,
      message: (limit) => `Cannot exceed quota for PolicySize: ${limit}`,
    },
    ({ inputs }) => policySize(text(inputs, "policy") ?? ""),
  ),
  countQuota(
    iamQuotas.policies,
    { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for PoliciesPerAccount: ${limit}` },
    ({ scope }) => scope.list(type).length,
  ),
  {
    code: "DeleteConflict",
    source: deletePolicy,
    on: ["delete"],
    when: (request) =>
      isNamedBy(request, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn") ||
      isNamedBy(request, "aws:iam/role:Role", "managedPolicyArns")
        ? "Cannot delete a policy attached to entities."
        : undefined,
  },
  {
    code: "DeleteConflict",
    source: boundaries,
    on: ["delete"],
    when: (request) =>
      isNamedBy(request, "aws:iam/role:Role", "permissionsBoundary")
        ? "Cannot delete a policy attached to entities: it is a permissions boundary."
        : undefined,
  },
];

export const policy: Model = {
  type,
  schema: "internal/service/iam/policy.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  immutable: ["description", "name", "namePrefix", "path"],
  documents: ["policy"],
  refusals,
  id: arn,
  computed: {
    arn: ({ id }) => id,
    attachmentCount: () => 0,
    policyId: ({ digits }) => iamId("ANPA", digits),
  },
};
