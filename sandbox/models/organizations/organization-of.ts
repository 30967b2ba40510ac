import { activeStatus, type CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { isObject, text, valuesAt } from "../../values";
import type { Reference, Refusal } from "../model";

export const organizationType = "aws:organizations/organization:Organization";
export const accountType = "aws:organizations/account:Account";
export const unitType = "aws:organizations/organizationalUnit:OrganizationalUnit";
export const policyType = "aws:organizations/policy:Policy";
export const attachmentType = "aws:organizations/policyAttachment:PolicyAttachment";
export const delegationType = "aws:organizations/delegatedAdministrator:DelegatedAdministrator";
export const serviceAccessType = "aws:organizations/awsServiceAccess:AwsServiceAccess";

/** A page of the API reference. */
export const api = (operation: string) =>
  `https://docs.aws.amazon.com/organizations/latest/APIReference/API_${operation}.html`;

/** The organization that an account manages or is a member of. */
export function organizationOf({ global: scope }: Scope): CloudResource | undefined {
  const [own] = scope.list(organizationType);
  if (own !== undefined) return own;
  const [membership] = scope.everywhere(accountType, scope.account);
  return scope.everywhere(organizationType).find(({ account }) => account === membership?.account);
}

/** What an account's organization has of a type, whichever of its accounts made it: the ARN names the organization. */
export function inOrganization(scope: Scope, type: string): CloudResource[] {
  const id = organizationOf(scope)?.id;
  return scope.everywhere(type).filter(({ outputs }) => text(outputs, "arn")?.includes(`/${id}/`));
}

export const rootIdOf = (organization: CloudResource | undefined): string =>
  String(valuesAt(organization?.outputs, "roots.id")[0] ?? "");

/** Policies attached to a root, an OU or an account. */
export const attachedTo = (scope: Scope, targetId: string): CloudResource[] =>
  scope.everywhere(attachmentType).filter(({ outputs }) => outputs.targetId === targetId);

/** Policies that AWS manages, by id. Each root, OU and account has them from the start. */
export const managedPolicies: Readonly<Record<string, string>> = {
  "p-FullAWSAccess": "SERVICE_CONTROL_POLICY",
  "p-RCPFullAWSAccess": "RESOURCE_CONTROL_POLICY",
};

/** Attaches AWS's own policies to what is new; they go with it. */
export function attachManaged(scope: Scope, targetId: string, owner = targetId): void {
  for (const policyId of Object.keys(managedPolicies)) {
    const attachment = { policyId, targetId };
    scope.put({
      type: attachmentType,
      id: `${targetId}:${policyId}`,
      status: activeStatus,
      owner,
      inputs: attachment,
      outputs: attachment,
    });
  }
}

/** A look-up in the organization of who asks; who is in none is refused for that. */
export const within =
  (lookUp: (scope: Scope, id: string) => boolean): Reference["exists"] =>
  (scope, id) =>
    organizationOf(scope) === undefined || lookUp(scope, id);

/** A root or an OU by its id. */
export const parentReference = (code: string, source: string, message: string): Reference => ({
  types: [unitType],
  exists: within(
    (scope, id) =>
      id === rootIdOf(organizationOf(scope)) || inOrganization(scope, unitType).some((unit) => unit.id === id),
  ),
  code,
  source,
  message: () => message,
});

const isMember = (scope: Scope) => organizationOf(scope)?.account !== scope.account;
const isDelegated = (scope: Scope) =>
  scope.everywhere(delegationType).some(({ outputs }) => outputs.accountId === scope.account);

/** Refuses who is in no organization. */
export const notInUse: Refusal = {
  code: "AWSOrganizationsNotInUseException",
  source: api("CreateOrganizationalUnit"),
  on: ["create"],
  when: ({ scope }) =>
    organizationOf(scope) === undefined ? "Your account is not a member of an organization." : undefined,
};

const denied = "You don't have permissions to access this resource.";

/** Refuses every account but the one that manages the organization. */
export const managementOnly: Refusal = {
  code: "AccessDeniedException",
  source: api("CreateOrganizationalUnit"),
  on: ["create"],
  when: ({ scope }) => (isMember(scope) ? denied : undefined),
};

/** Refuses a member unless it administers something for the organization; what it may then do is not looked into. */
export const administratorsOnly: Refusal = {
  code: "AccessDeniedException",
  source: api("AttachPolicy"),
  on: ["create"],
  when: ({ scope }) => (isMember(scope) && !isDelegated(scope) ? denied : undefined),
};

/** Whether a policy type is enabled in the root. */
export function isEnabled(organization: CloudResource | undefined, type: string): boolean {
  return valuesAt(organization?.outputs, "roots.policyTypes")
    .flat()
    .some((enabled) => isObject(enabled) && enabled.type === type);
}
