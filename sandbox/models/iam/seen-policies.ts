import type { CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import type { Properties, Value } from "../../values";

/**
 * The policies of a role as a read of the role finds them: those that are resources of their own too.
 *
 * Source: terraform-provider-aws, internal/service/iam/role.go (managed_policy_arns, inline_policy)
 */
export function seenPolicies({ id, outputs }: CloudResource, scope: Scope): Properties {
  const of = (type: string) => scope.having(type, "role", id);
  const attached = of("aws:iam/rolePolicyAttachment:RolePolicyAttachment").map(
    (policy) => policy.outputs.policyArn ?? "",
  );
  const inline = of("aws:iam/rolePolicy:RolePolicy").map(({ outputs: { name = "", policy = "" } }) => ({
    name,
    policy,
  }));
  const list = (value: Value | undefined) => (Array.isArray(value) ? value : []);
  const managedPolicyArns = [...new Set([...list(outputs.managedPolicyArns), ...attached])];
  return { managedPolicyArns, inlinePolicies: [...list(outputs.inlinePolicies), ...inline] };
}
