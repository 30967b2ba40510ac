import type * as kubernetes from "@pulumi/kubernetes";
import type { DeepPartial } from "./resource-types";

/** What a Role or a ClusterRole lets its subjects do. */
export type PolicyRule = DeepPartial<kubernetes.types.output.rbac.v1.PolicyRule>;

/** Kinds that hold such rules. */
export const roleTypes = [
  "kubernetes:rbac.authorization.k8s.io/v1:Role",
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
] as const;

export interface Permission {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Resources with their subresource, e.g. `pods/exec`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Whether `rule` gives one of the verbs on one of the resources. Kubernetes knows an asterisk that stands alone or before
 * a subresource only; one within a name was meant as more and is taken so.
 */
export function grants(rule: PolicyRule, { group, resources, verbs }: Permission): boolean {
  return covers(rule.apiGroups, [group]) && covers(rule.resources, resources) && covers(rule.verbs, verbs);
}

function covers(patterns: readonly string[] | undefined, values: readonly string[]): boolean {
  return (patterns ?? []).some((pattern) => {
    if (!pattern.includes("*")) return values.includes(pattern);
    const parts = pattern.split("*").map((part) => part.replace(/[^\w/:-]/g, "\\$&"));
    const expression = new RegExp(`^${parts.join(".*")}$`);
    return values.some((value) => expression.test(value));
  });
}
