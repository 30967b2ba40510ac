import type { Value } from "../../values";
import type { Made, Model, Refusal } from "../model";
import { textsOf } from "../policy-document";
import {
  accountType,
  api,
  attachManaged,
  attachmentType,
  organizationOf,
  organizationType,
  policyType,
  unitType,
} from "./organization-of";

const refusals: Refusal[] = [
  {
    code: "AlreadyInOrganizationException",
    source: api("CreateOrganization"),
    on: ["create"],
    when: ({ scope }) =>
      organizationOf(scope) === undefined ? undefined : "The AWS account is already a member of an organization.",
  },
  {
    code: "PolicyTypeNotAvailableForOrganizationException",
    source: api("EnablePolicyType"),
    reads: ["enabledPolicyTypes", "featureSet"],
    atPreview: true,
    when: ({ inputs }) =>
      inputs.featureSet === "CONSOLIDATED_BILLING" && textsOf(inputs.enabledPolicyTypes).length > 0
        ? "You can't use the specified policy type with the feature set currently enabled for this organization."
        : undefined,
  },
  {
    code: "OrganizationNotEmptyException",
    source: api("DeleteOrganization"),
    on: ["delete"],
    retried: true,
    when: ({ scope }) =>
      scope.list(accountType).length > 0
        ? "To delete an organization you must first remove all member accounts (except the management account)."
        : undefined,
  },
];

const rootIdIn = ({ id }: Made) => `r-${id.slice(2, 6)}`;

function rootOf(made: Made): Value {
  const { scope, id, inputs } = made;
  const rootId = rootIdIn(made);
  return {
    arn: scope.arn("organizations", `root/${id}/${rootId}`),
    id: rootId,
    name: "Root",
    policyTypes: textsOf(inputs.enabledPolicyTypes).map((type) => ({ status: "ENABLED", type })),
  };
}

/** The account that made the organization. Its name and e-mail address are the sandbox's own: nobody was asked. */
function managementAccount({ scope, id }: Made) {
  return {
    arn: scope.arn("organizations", `account/${id}/${scope.account}`),
    email: `aws+${scope.account}@example.com`,
    id: scope.account,
    name: "management",
    status: "ACTIVE",
  };
}

export const organization: Model = {
  type: organizationType,
  schema: "internal/service/organizations/organization.go",
  global: true,
  defaults: { featureSet: "ALL" },
  immutable: [],
  // All features cannot be given back.
  replaces: (olds, news) =>
    olds.featureSet === "ALL" && news.featureSet === "CONSOLIDATED_BILLING" ? ["featureSet"] : [],
  sets: ["awsServiceAccessPrincipals", "enabledPolicyTypes"],
  refusals,
  id: ({ digits }) => `o-${digits.slice(0, 10)}`,
  computed: {
    // As of the create: accounts that join later are not listed here.
    accounts: (made) => [managementAccount(made)],
    arn: ({ scope, id }) => scope.arn("organizations", `organization/${id}`),
    masterAccountArn: (made) => managementAccount(made).arn,
    masterAccountEmail: (made) => managementAccount(made).email,
    masterAccountId: ({ scope }) => scope.account,
    masterAccountName: (made) => managementAccount(made).name,
    nonMasterAccounts: () => [],
    roots: (made) => [rootOf(made)],
  },
  recomputed: ["roots"],
  made: (made) => {
    for (const target of [rootIdIn(made), made.scope.account]) attachManaged(made.scope, target, made.id);
  },
  deleted: ({ scope }) => {
    for (const type of [unitType, policyType, attachmentType]) {
      for (const resource of scope.list(type)) scope.remove(resource);
    }
    return undefined;
  },
};
