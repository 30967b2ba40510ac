import type { CloudResource } from "../../cloud/resource";
import { organizationsQuotas } from "../../quotas/organizations";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Refusal } from "../model";
import {
  accountType,
  api,
  attachManaged,
  delegationType,
  inOrganization,
  managementOnly,
  notInUse,
  organizationOf,
  organizationType,
  parentReference,
  rootIdOf,
} from "./organization-of";

const quotaPage = organizationsQuotas.accounts.source;
const day = 86_400_000;
/** Days for which a new account cannot leave its organization. */
const waitingDays = 7;
/** At most a tenth of the accounts can be closed in 30 days, but ten at least. */
const closingDays = 30;
const fewestClosed = 10;

const since = (timestamp: unknown) => (Date.now() - Date.parse(String(timestamp))) / day;
const isClosedOnDeletion = (account: CloudResource | undefined) => account?.outputs.closeOnDeletion === true;
const emailOf = (value: string | undefined) => value?.toLowerCase();

const refusals: Refusal[] = [
  notInUse,
  managementOnly,
  {
    code: "InvalidInputException",
    source: api("CreateAccount"),
    on: ["create"],
    reads: ["email"],
    atPreview: true,
    when: ({ inputs }) => {
      const email = text(inputs, "email");
      const isFine = email === undefined || (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 64);
      return isFine ? undefined : "You provided a value that does not match the required pattern: the e-mail address";
    },
  },
  {
    // Not an error of the call: the reason for which the creation fails, and what the provider says then.
    code: "EMAIL_ALREADY_EXISTS",
    source: api("CreateAccountStatus"),
    on: ["create"],
    when: ({ scope, inputs }) => {
      const taken = [
        ...scope.everywhere(accountType).map(({ outputs }) => text(outputs, "email")),
        ...scope.everywhere(organizationType).map(({ outputs }) => text(outputs, "masterAccountEmail")),
      ];
      return taken.map(emailOf).includes(emailOf(text(inputs, "email")))
        ? "the account could not be created because another AWS account with that email address already exists."
        : undefined;
    },
  },
  countQuota(
    organizationsQuotas.accounts,
    {
      code: "ConstraintViolationException",
      message: () => "You have exceeded the allowed number of AWS accounts.",
    },
    // With the one that manages the organization, and closed ones too.
    ({ scope }) => 1 + inOrganization(scope, accountType).length,
  ),
  {
    code: "ConstraintViolationException",
    source: api("RemoveAccountFromOrganization"),
    on: ["delete"],
    when: ({ prior }) =>
      !isClosedOnDeletion(prior) && since(prior?.outputs.joinedTimestamp) < waitingDays
        ? `This operation requires a wait period: an account can leave ${waitingDays} days after it was created. Set closeOnDeletion, or retainOnDelete to keep it.`
        : undefined,
  },
  {
    code: "ConstraintViolationException",
    source: api("RemoveAccountFromOrganization"),
    on: ["delete"],
    when: ({ scope, prior }) =>
      scope.everywhere(delegationType).some(({ outputs }) => outputs.accountId === prior?.id)
        ? "You can't remove or close an account that is a delegated administrator of a service; deregister it first."
        : undefined,
  },
  {
    code: "ConstraintViolationException",
    source: quotaPage,
    on: ["delete"],
    when: ({ scope, prior }) => {
      const accounts = inOrganization(scope, accountType);
      const closed = accounts.filter(({ outputs }) => since(outputs.closedTimestamp) < closingDays).length;
      return isClosedOnDeletion(prior) && closed >= Math.max(fewestClosed, accounts.length / 10)
        ? "You have exceeded close account quota for the past 30 days."
        : undefined;
    },
  },
];

/**
 * A member account. Deleting it closes the account where the program says so; else it leaves the organization, which
 * AWS lets it do after a week only.
 *
 * That its name is changed in place: hashicorp/terraform-provider-aws#42350.
 */
export const account: Model = {
  type: accountType,
  schema: "internal/service/organizations/account.go",
  global: true,
  tagged: true,
  autoName: { property: "name" },
  defaults: { closeOnDeletion: false, createGovcloud: false },
  immutable: ["email", "iamUserAccessToBilling", "roleName"],
  references: {
    parentId: parentReference(
      "DestinationParentNotFoundException",
      api("MoveAccount"),
      "The destination container (root or OU) doesn't exist.",
    ),
  },
  refusals,
  id: ({ digits }) => (BigInt(`0x${digits}`) % 10n ** 12n).toString().padStart(12, "0"),
  computed: {
    arn: ({ scope, id }) => scope.arn("organizations", `account/${organizationOf(scope)?.id}/${id}`),
    joinedMethod: () => "CREATED",
    joinedTimestamp: () => new Date().toISOString(),
    parentId: ({ scope }) => rootIdOf(organizationOf(scope)),
    state: () => "ACTIVE",
    status: () => "ACTIVE",
  },
  made: ({ scope, id }) => attachManaged(scope, id),
  deleted: ({ prior }) =>
    isClosedOnDeletion(prior)
      ? {
          status: "SUSPENDED",
          outputs: { closedTimestamp: new Date().toISOString(), state: "SUSPENDED", status: "SUSPENDED" },
        }
      : undefined,
};
