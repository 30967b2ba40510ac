import type { CloudResource } from "../../cloud/resource";
import type { Value } from "../../values";
import type { Made, Model, Request } from "../model";
import { textsOf } from "../policy-document";
import {
  accountType,
  api,
  delegationType,
  inOrganization,
  managementOnly,
  notInUse,
  organizationOf,
  serviceAccessType,
  within,
} from "./organization-of";

const register = api("RegisterDelegatedAdministrator");
const id = ({ inputs }: Request) => `${inputs.accountId}/${inputs.servicePrincipal}`;
const accountOf = ({ scope, inputs }: Request): CloudResource | undefined =>
  inOrganization(scope, accountType).find((account) => account.id === inputs.accountId);
const ofAccount =
  (property: string) =>
  (made: Made): Value | undefined =>
    accountOf(made)?.outputs[property];

function isServiceEnabled({ scope, inputs }: Request): boolean {
  const named = textsOf(organizationOf(scope)?.outputs.awsServiceAccessPrincipals);
  const enabled = scope.list(serviceAccessType).map(({ outputs }) => outputs.servicePrincipal);
  return [...named, ...enabled].includes(inputs.servicePrincipal ?? "");
}

/** An account that may administer a service for the whole organization. */
export const delegatedAdministrator: Model = {
  type: delegationType,
  schema: "internal/service/organizations/delegated_administrator.go",
  global: true,
  immutable: ["accountId", "servicePrincipal"],
  references: {
    accountId: {
      types: [accountType],
      exists: within(
        (scope, accountId) =>
          accountId === organizationOf(scope)?.account ||
          inOrganization(scope, accountType).some((account) => account.id === accountId),
      ),
      code: "AccountNotFoundException",
      source: register,
      message: () => "You specified an account that doesn't exist.",
    },
  },
  refusals: [
    notInUse,
    managementOnly,
    {
      code: "ConstraintViolationException",
      source: register,
      on: ["create"],
      when: ({ scope, inputs }) =>
        inputs.accountId === organizationOf(scope)?.account
          ? "You cannot register the management account as a delegated administrator for a service."
          : undefined,
    },
    {
      code: "ConstraintViolationException",
      source: register,
      on: ["create"],
      when: (request) =>
        isServiceEnabled(request)
          ? undefined
          : "You must enable service access before you register a delegated administrator: name the service in awsServiceAccessPrincipals of the organization.",
    },
    {
      code: "AccountAlreadyRegisteredException",
      source: register,
      on: ["create"],
      when: (request) =>
        request.scope.find(delegationType, id(request)) === undefined
          ? undefined
          : "The provided account is already a delegated administrator for your organization.",
    },
  ],
  id,
  computed: {
    arn: ofAccount("arn"),
    delegationEnabledDate: () => new Date().toISOString(),
    email: ofAccount("email"),
    joinedMethod: ofAccount("joinedMethod"),
    joinedTimestamp: ofAccount("joinedTimestamp"),
    name: ofAccount("name"),
    status: ofAccount("status"),
  },
};

/** A service that may act in the whole organization. */
export const awsServiceAccess: Model = {
  type: serviceAccessType,
  schema: "internal/service/organizations/aws_service_access.go",
  global: true,
  immutable: ["servicePrincipal"],
  refusals: [notInUse, managementOnly],
  id: ({ inputs }) => String(inputs.servicePrincipal),
  computed: { dateEnabled: () => new Date().toISOString() },
};
