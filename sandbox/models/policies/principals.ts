import { parseArn } from "../../../components/core/arn";
import { callerRole } from "../../cloud/caller";
import { activeStatus, type CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { isObject, type Properties, type Value } from "../../values";
import { statementsOf, textsOf } from "../policy-document";

/** Whom a statement names, e.g. `{ type: "Service", value: "ec2.amazonaws.com" }`; everyone is AWS's `*`. */
export interface Principal {
  type: string;
  value: string;
}

/** Everyone whom a policy's statements name. */
export function principalsOf(document: string): Principal[] {
  return statementsOf(document).flatMap(({ Principal, NotPrincipal }) => principalsIn(Principal ?? NotPrincipal));
}

/** Whom a statement allows or denies something. */
export const principalsOfStatement = ({ Principal }: Properties): Principal[] => principalsIn(Principal);

function principalsIn(element: Value | undefined): Principal[] {
  if (element === "*") return [{ type: "AWS", value: "*" }];
  if (!isObject(element)) return [];
  return Object.entries(element).flatMap(([type, values]) => textsOf(values).map((value) => ({ type, value })));
}

/** Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const forms: Readonly<Record<string, (value: string) => boolean>> = {
  AWS: (value) => value === "*" || /^(\d{12}|A[A-Z0-9]{15,})$/.test(value) || isIdentityArn(value),
  // Every service has a name of its own and no page lists them all, so only the form is judged.
  Service: (value) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value) && !/amazonaws(?!\.(com|com\.cn|eu)$)/i.test(value),
  Federated: (value) => parseArn(value)?.service === "iam" || /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/.*)?$/i.test(value),
  CanonicalUser: () => true,
};

/** Part of an ARN can be no wildcard in a principal. CloudFront's identities have an account that is none. */
function isIdentityArn(value: string): boolean {
  if (/^arn:aws[a-z-]*:iam::cloudfront:user\/./.test(value)) return true;
  const { service, region, accountId = "", resource = "" } = parseArn(value) ?? {};
  if (service === undefined || region !== "" || !/^\d{12}$/.test(accountId)) return false;
  const form = { iam: /^(root|(role|user)\/.+)$/, sts: /^(assumed-role|federated-user)\/.+$/ }[service];
  return form?.test(resource) === true && !/[*?]/.test(resource);
}

/** Whether AWS takes what is written for a principal, be there one of that name or not. */
export const isWellFormed = ({ type, value }: Principal): boolean => forms[type]?.(value) === true;

/** What an account has without having made it, and the caller's own role. */
const givenRole = new RegExp(`^role/(aws-service-role/.+|aws-reserved/.+|${callerRole})$`);

/** Whether a principal is there: roles and users of this account only, since no other account is seen from here. */
export function exists(scope: Scope, { type, value }: Principal): boolean {
  const arn = type === "AWS" ? parseArn(value) : undefined;
  if (arn?.service !== "iam" || arn.accountId !== scope.account) return true;
  const isActive = ({ status }: CloudResource) => status === activeStatus;
  const named = (type: string, by: string, name: string) => scope.global.having(type, by, name).some(isActive);
  const [kind] = arn.resource.split("/");
  if (kind === "role") return givenRole.test(arn.resource) || named("aws:iam/role:Role", "arn", value);
  if (kind === "user") return named("aws:iam/user:User", "name", arn.resource.split("/").at(-1) ?? "");
  return true;
}
