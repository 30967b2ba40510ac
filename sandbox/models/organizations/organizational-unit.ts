import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { organizationsQuotas } from "../../quotas/organizations";
import { countQuota, limitOf } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Refusal, Request } from "../model";
import {
  accountType,
  api,
  attachedTo,
  attachManaged,
  inOrganization,
  managementOnly,
  notInUse,
  organizationOf,
  parentReference,
  rootIdOf,
  unitType,
} from "./organization-of";

const createUnit = api("CreateOrganizationalUnit");
const parentOf = ({ inputs }: Pick<Request, "inputs">) => text(inputs, "parentId") ?? "";
const units = (scope: Scope) => inOrganization(scope, unitType);

/** How many OUs lead from the root to what is in `parentId`, that one included. */
function levelsTo(scope: Scope, parentId: string): number {
  const byId = new Map(units(scope).map((unit) => [unit.id, unit]));
  let levels = 0;
  for (let unit = byId.get(parentId); unit !== undefined; unit = byId.get(parentOf(unit))) levels += 1;
  return levels;
}

const isIn = (unit: CloudResource | undefined) => (child: CloudResource) =>
  child.outputs.parentId === unit?.id && child.status !== "SUSPENDED";

const refusals: Refusal[] = [
  notInUse,
  managementOnly,
  {
    code: "DuplicateOrganizationalUnitException",
    source: createUnit,
    when: (request) => {
      const siblings = units(request.scope).filter(({ id }) => id !== request.prior?.id);
      return siblings.some((unit) => parentOf(unit) === parentOf(request) && unit.outputs.name === request.inputs.name)
        ? "An OU with the same name already exists."
        : undefined;
    },
  },
  {
    code: "ConstraintViolationException",
    source: organizationsQuotas.depth.source,
    quota: organizationsQuotas.depth,
    on: ["create"],
    when: (request) =>
      levelsTo(request.scope, parentOf(request)) >= limitOf(request.scope, organizationsQuotas.depth)
        ? "You have exceeded the maximum nesting depth of OUs in your organization."
        : undefined,
  },
  countQuota(
    organizationsQuotas.organizationalUnits,
    {
      code: "ConstraintViolationException",
      message: () => "You have exceeded the maximum number of OUs in your organization.",
    },
    ({ scope }) => units(scope).length,
  ),
  {
    code: "OrganizationalUnitNotEmptyException",
    source: api("DeleteOrganizationalUnit"),
    on: ["delete"],
    when: ({ scope, prior }) =>
      [...units(scope), ...inOrganization(scope, accountType)].some(isIn(prior))
        ? "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again."
        : undefined,
  },
];

export const organizationalUnit: Model = {
  type: unitType,
  schema: "internal/service/organizations/organizational_unit.go",
  global: true,
  tagged: true,
  autoName: { property: "name" },
  immutable: ["parentId"],
  references: {
    parentId: parentReference("ParentNotFoundException", createUnit, "You specified parent that doesn't exist."),
  },
  refusals,
  id: ({ scope, digits }) => `ou-${rootIdOf(organizationOf(scope)).slice(2)}-${digits.slice(0, 8)}`,
  computed: {
    accounts: () => [],
    arn: ({ scope, id }) => {
      const organization = organizationOf(scope);
      return `arn:${scope.partition}:organizations::${organization?.account}:ou/${organization?.id}/${id}`;
    },
  },
  made: ({ scope, id }) => attachManaged(scope, id),
  deleted: ({ scope, id }) => {
    for (const attachment of attachedTo(scope, id)) scope.remove(attachment);
    return undefined;
  },
};
