import { iamQuotas } from "../../quotas/iam";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { isObject, text } from "../../values";
import { rangeConstraint, textConstraint } from "../constraints";
import type { Refusal, Request } from "../model";
import { mistakeIn } from "../policies/judge";
import { invalidPrincipals, malformed } from "../policies/refusals";
import { listOf, textsOf } from "../policy-document";
import { attachedPolicies, inlinePolicies, inlinePoliciesOf, policySize } from "./documents";
import { iamName, iamNameTaken, iamPath } from "./names";

export const roleType = "aws:iam/role:Role";
const createRole = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html";
const putRolePolicy = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html";
const deleteRole = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html";

const trustPolicy = { property: "assumeRolePolicy", code: "MalformedPolicyDocument", source: createRole };

const ofTheRole: Refusal[] = [
  iamNameTaken(roleType, createRole, (name) => `Role with name ${name} already exists.`),
  iamName("roleName", 64, createRole),
  iamPath(createRole),
  textConstraint({
    code: "ValidationError",
    source: createRole,
    property: "description",
    parameter: "description",
    pattern: /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/,
    maxLength: 1000,
  }),
  rangeConstraint({
    code: "ValidationError",
    source: createRole,
    property: "maxSessionDuration",
    parameter: "maxSessionDuration",
    min: 3600,
    max: 43_200,
  }),
  countQuota(
    iamQuotas.roles,
    { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for RolesPerAccount: ${limit}` },
    ({ scope }) => scope.list(roleType).length,
  ),
];

const ofItsTrustPolicy: Refusal[] = [
  malformed("trust", trustPolicy),
  ...invalidPrincipals(trustPolicy, ({ type, value }) => `Invalid principal in policy: "${type}":"${value}"`),
  sizeQuota(
    iamQuotas.trustPolicySize,
    { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for ACLSizePerRole: ${limit}` },
    ({ inputs }) => policySize(text(inputs, "assumeRolePolicy") ?? ""),
  ),
];

/** Of policies that the role's own properties hold: the provider puts and attaches them after it made the role. */
const ofItsOwnPolicies: Refusal[] = [
  {
    code: "MalformedPolicyDocument",
    source: putRolePolicy,
    reads: ["inlinePolicies"],
    atPreview: true,
    when: ({ inputs }) =>
      inlinePoliciesOf(inputs)
        .map(({ policy }) => (policy === "" ? undefined : mistakeIn(policy, "inline")))
        .find((mistake) => mistake !== undefined),
  },
  sizeQuota(
    iamQuotas.inlinePoliciesSize,
    {
      code: "LimitExceeded",
      reads: ["inlinePolicies"],
      atPreview: true,
      message: (limit, { inputs }) => `Maximum policy size of ${limit} bytes exceeded for role ${inputs.name}`,
    },
    ({ inputs }) => inlinePoliciesOf(inputs).reduce((sum, { policy }) => sum + policySize(policy), 0),
  ),
  sizeQuota(
    iamQuotas.policiesPerRole,
    { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for PoliciesPerRole: ${limit}` },
    ({ inputs }) => textsOf(inputs.managedPolicyArns).length,
  ),
];

/** Whether the provider detaches a role's policies by itself before it deletes the role. */
const isForced = ({ prior }: Request) => prior?.inputs.forceDetachPolicies === true;
const nameOf = ({ prior }: Request) => prior?.id ?? "";
const hasOwn = ({ prior }: Request, property: string) =>
  listOf(prior?.inputs[property]).some((item) => isObject(item) || typeof item === "string");

/** Before it deletes a role the provider takes it out of instance profiles in any case, so they are no hindrance. */
const ofItsDeletion: Refusal[] = [
  {
    code: "DeleteConflict",
    source: deleteRole,
    on: ["delete"],
    retried: true,
    when: (request) => {
      const isHeld = attachedPolicies(request.scope, nameOf(request)).size > 0;
      return isHeld && !isForced(request) && !hasOwn(request, "managedPolicyArns")
        ? "Cannot delete entity, must detach all policies first."
        : undefined;
    },
  },
  {
    code: "DeleteConflict",
    source: deleteRole,
    on: ["delete"],
    retried: true,
    when: (request) => {
      const isHeld = inlinePolicies(request.scope, nameOf(request)).size > 0;
      return isHeld && !isForced(request) && !hasOwn(request, "inlinePolicies")
        ? "Cannot delete entity, must delete policies first."
        : undefined;
    },
  },
];

export const roleRefusals: Refusal[] = [...ofTheRole, ...ofItsTrustPolicy, ...ofItsOwnPolicies, ...ofItsDeletion];
