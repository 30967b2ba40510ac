import type { Scope } from "../../cloud/scope";
import { policyTypeQuotas } from "../../quotas/organizations";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Refusal, Request } from "../model";
import {
  accountType,
  administratorsOnly,
  api,
  attachedTo,
  attachmentType,
  inOrganization,
  isEnabled,
  managedPolicies,
  notInUse,
  organizationOf,
  policyType,
  rootIdOf,
  unitType,
  within,
} from "./organization-of";

const attachPolicy = api("AttachPolicy");
const targetOf = ({ inputs }: Request) => text(inputs, "targetId") ?? "";
const policyOf = ({ inputs }: Request) => text(inputs, "policyId") ?? "";

function typeOfPolicy(scope: Scope, policyId: string): string | undefined {
  const [policy] = scope.everywhere(policyType, policyId);
  return managedPolicies[policyId] ?? (policy && text(policy.outputs, "type"));
}

/** Policies of a type that the target of a request has. */
const attached = (request: Request, type: string) =>
  attachedTo(request.scope, targetOf(request)).filter(
    ({ outputs }) => typeOfPolicy(request.scope, text(outputs, "policyId") ?? "") === type,
  );

function isTarget(scope: Scope, id: string): boolean {
  const organization = organizationOf(scope);
  if (id === rootIdOf(organization) || id === organization?.account) return true;
  return [unitType, accountType].some((type) => inOrganization(scope, type).some((target) => target.id === id));
}

const attachmentQuotas = Object.entries(policyTypeQuotas).map(([type, quotas]) =>
  countQuota(
    quotas.attached,
    {
      code: "ConstraintViolationException",
      message: () => "You have attached the maximum number of policies to the specified target.",
    },
    (request) => (typeOfPolicy(request.scope, policyOf(request)) === type ? attached(request, type).length : 0),
  ),
);

const refusals: Refusal[] = [
  notInUse,
  administratorsOnly,
  {
    code: "PolicyTypeNotEnabledException",
    source: attachPolicy,
    on: ["create"],
    when: (request) => {
      const type = typeOfPolicy(request.scope, policyOf(request));
      return type !== undefined && !isEnabled(organizationOf(request.scope), type)
        ? "The specified policy type isn't currently enabled in this root. Enable it in enabledPolicyTypes of the organization."
        : undefined;
    },
  },
  {
    code: "DuplicatePolicyAttachmentException",
    source: attachPolicy,
    on: ["create"],
    when: (request) =>
      attachedTo(request.scope, targetOf(request)).some(({ outputs }) => outputs.policyId === policyOf(request))
        ? "The selected policy is already attached to the specified target."
        : undefined,
  },
  ...attachmentQuotas,
  {
    code: "ConstraintViolationException",
    source: api("DetachPolicy"),
    on: ["delete"],
    when: (request) => {
      const type = typeOfPolicy(request.scope, policyOf(request));
      return type === "SERVICE_CONTROL_POLICY" && attached(request, type).length === 1
        ? "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times."
        : undefined;
    },
  },
];

export const policyAttachment: Model = {
  type: attachmentType,
  schema: "internal/service/organizations/policy_attachment.go",
  global: true,
  immutable: ["policyId", "targetId"],
  references: {
    policyId: {
      types: [policyType],
      exists: within(
        (scope, id) =>
          managedPolicies[id] !== undefined || inOrganization(scope, policyType).some((policy) => policy.id === id),
      ),
      code: "PolicyNotFoundException",
      source: attachPolicy,
      message: () => "You specified a policy that doesn't exist.",
    },
    targetId: {
      types: [unitType, accountType],
      exists: within(isTarget),
      code: "TargetNotFoundException",
      source: attachPolicy,
      message: () => "You specified a target that doesn't exist.",
    },
  },
  refusals,
  id: ({ inputs }) => `${inputs.targetId}:${inputs.policyId}`,
};
