import type { Scope } from "../../cloud/scope";
import { isObject, type Properties, text } from "../../values";
import { listOf, textsOf } from "../policy-document";

/** Characters that count against IAM's limits: white space does not. */
export const policySize = (document: string) => document.replace(/\s/g, "").length;

/** Policies that a role's own property `inlinePolicies` holds, by name. */
export const inlinePoliciesOf = (inputs: Properties): { name: string; policy: string }[] =>
  listOf(inputs.inlinePolicies)
    .filter(isObject)
    .map((inline) => ({ name: text(inline, "name") ?? "", policy: text(inline, "policy") ?? "" }));

/** All inline policies of a role, by name, those with resources of their own too. */
export function inlinePolicies(scope: Scope, role: string): Map<string, string> {
  const own = inlinePoliciesOf(scope.find("aws:iam/role:Role", role)?.outputs ?? {});
  const others = scope
    .having("aws:iam/rolePolicy:RolePolicy", "role", role)
    .map(({ outputs }) => ({ name: text(outputs, "name") ?? "", policy: text(outputs, "policy") ?? "" }));
  return new Map([...own, ...others].map(({ name, policy }) => [name, policy]));
}

/** ARNs of the managed policies that a role has, by whatever resource attached them. */
export function attachedPolicies(scope: Scope, role: string): Set<string> {
  const own = textsOf(scope.find("aws:iam/role:Role", role)?.outputs.managedPolicyArns);
  const others = scope
    .having("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", role)
    .flatMap(({ outputs }) => textsOf(outputs.policyArn));
  return new Set([...own, ...others]);
}
