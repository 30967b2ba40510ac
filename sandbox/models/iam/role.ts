import { text } from "../../values";
import { iamId } from "../ids";
import type { Model, Request } from "../model";
import { nameTaken } from "../names";
import { iamQuotas, malformedDocument, policySize } from "./documents";

const type = "aws:iam/role:Role";
const createRole = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html";
const deleteRole = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html";
/** Quota that AWS raises to 4096 on request. */
const trustPolicyLimit = 2048;
const id = ({ inputs }: Request) => text(inputs, "name") ?? "";

const holds = ({ scope, prior }: Request, holder: string) =>
  scope.list(holder).some(({ outputs }) => outputs.role === prior?.id);

export const role: Model = {
  type,
  schema: "internal/service/iam/role.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 64 },
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  immutable: ["name", "namePrefix", "path"],
  sets: ["inlinePolicies", "managedPolicyArns"],
  documents: ["assumeRolePolicy"],
  refusals: [
    nameTaken(id, type, {
      code: "EntityAlreadyExists",
      source: createRole,
      message: (name) => `Role with name ${name} already exists.`,
    }),
    {
      code: "ValidationError",
      source: iamQuotas,
      reads: ["name"],
      atPreview: true,
      when: ({ inputs }) => {
        const name = text(inputs, "name");
        if (name === undefined || /^[\w+=,.@-]{1,64}$/.test(name)) return undefined;
        return `1 validation error detected: Value '${name}' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]{1,64}`;
      },
    },
    {
      code: "ValidationError",
      source: createRole,
      reads: ["maxSessionDuration"],
      atPreview: true,
      when: ({ inputs: { maxSessionDuration: seconds } }) =>
        typeof seconds === "number" && (seconds < 3600 || seconds > 43_200)
          ? `1 validation error detected: Value '${seconds}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value between 3600 and 43200`
          : undefined,
    },
    malformedDocument("assumeRolePolicy", createRole),
    {
      code: "LimitExceeded",
      source: iamQuotas,
      reads: ["assumeRolePolicy"],
      atPreview: true,
      when: ({ inputs }) => {
        const size = policySize(text(inputs, "assumeRolePolicy") ?? "");
        return size > trustPolicyLimit ? `Cannot exceed quota for ACLSizePerRole: ${trustPolicyLimit}` : undefined;
      },
    },
    {
      code: "DeleteConflict",
      source: deleteRole,
      on: ["delete"],
      retried: true,
      when: (request) =>
        holds(request, "aws:iam/rolePolicyAttachment:RolePolicyAttachment")
          ? "Cannot delete entity, must detach all policies first."
          : undefined,
    },
    {
      code: "DeleteConflict",
      source: deleteRole,
      on: ["delete"],
      retried: true,
      when: (request) =>
        holds(request, "aws:iam/rolePolicy:RolePolicy")
          ? "Cannot delete entity, must delete policies first."
          : undefined,
    },
    {
      code: "DeleteConflict",
      source: deleteRole,
      on: ["delete"],
      retried: true,
      when: (request) =>
        holds(request, "aws:iam/instanceProfile:InstanceProfile")
          ? "Cannot delete entity, must remove roles from instance profile first."
          : undefined,
    },
  ],
  id,
  computed: {
    arn: ({ scope, id: name, inputs }) => scope.arn("iam", `role${text(inputs, "path") ?? "/"}${name}`),
    createDate: () => new Date().toISOString(),
    managedPolicyArns: () => [],
    uniqueId: ({ digits }) => iamId("AROA", digits),
  },
};
