import { policyTypeQuotas } from "../../quotas/organizations";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Refusal, Request } from "../model";
import {
  administratorsOnly,
  api,
  attachmentType,
  inOrganization,
  notInUse,
  organizationOf,
  policyType,
} from "./organization-of";
import { grammarPages, isContent } from "./policy-content";

const createPolicy = api("CreatePolicy");
const typeOf = ({ inputs }: Pick<Request, "inputs">) => text(inputs, "type") ?? "SERVICE_CONTROL_POLICY";
const contentOf = ({ inputs }: Request) => text(inputs, "content") ?? "";

const sameType = (request: Request) =>
  inOrganization(request.scope, policyType).filter((policy) => typeOf(policy) === typeOf(request));

const quotaRefusals = Object.entries(policyTypeQuotas).flatMap(([type, quotas]) => [
  sizeQuota(
    quotas.size,
    {
      code: "ConstraintViolationException",
      reads: ["content", "type"],
      atPreview: true,
      message: (limit) => `You have exceeded the maximum policy size: ${limit} characters.`,
    },
    (request) => (typeOf(request) === type ? [...contentOf(request)].length : 0),
  ),
  countQuota(
    quotas.count,
    {
      code: "ConstraintViolationException",
      message: () => "You have exceeded the number of policies that you can have in an organization.",
    },
    (request) => (typeOf(request) === type ? sameType(request).length : 0),
  ),
]);

/** Refuses a document that its type does not take; of types without a page here, what is no JSON. */
const malformed = (source: string, types: (type: string) => boolean): Refusal => ({
  code: "MalformedPolicyDocumentException",
  source,
  reads: ["content", "type"],
  atPreview: true,
  when: (request) =>
    types(typeOf(request)) && !isContent(typeOf(request), contentOf(request))
      ? "The provided policy document does not meet the requirements of the specified policy type."
      : undefined,
});

const refusals: Refusal[] = [
  notInUse,
  administratorsOnly,
  {
    code: "PolicyTypeNotAvailableForOrganizationException",
    source: createPolicy,
    on: ["create"],
    when: ({ scope }) =>
      organizationOf(scope)?.outputs.featureSet === "CONSOLIDATED_BILLING"
        ? "You can't use the specified policy type with the feature set currently enabled for this organization."
        : undefined,
  },
  ...Object.entries(grammarPages).map(([type, page]) => malformed(page, (asked) => asked === type)),
  malformed(createPolicy, (asked) => !Object.keys(grammarPages).includes(asked)),
  ...quotaRefusals,
  {
    code: "DuplicatePolicyException",
    source: createPolicy,
    when: (request) =>
      sameType(request).some(({ id, outputs }) => id !== request.prior?.id && outputs.name === request.inputs.name)
        ? "A policy with the same name already exists."
        : undefined,
  },
  {
    code: "PolicyInUseException",
    source: api("DeletePolicy"),
    on: ["delete"],
    when: ({ scope, prior }) =>
      scope.everywhere(attachmentType).some(({ outputs }) => outputs.policyId === prior?.id)
        ? "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation."
        : undefined,
  },
];

export const policy: Model = {
  type: policyType,
  schema: "internal/service/organizations/policy.go",
  global: true,
  tagged: true,
  autoName: { property: "name" },
  defaults: { type: "SERVICE_CONTROL_POLICY" },
  immutable: ["type"],
  documents: ["content"],
  refusals,
  id: ({ digits }) => `p-${digits.slice(0, 8)}`,
  computed: {
    arn: (made) => {
      const organization = organizationOf(made.scope);
      const path = `${organization?.id}/${typeOf(made).toLowerCase()}/${made.id}`;
      return `arn:${made.scope.partition}:organizations::${organization?.account}:policy/${path}`;
    },
  },
};
