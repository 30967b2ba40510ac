/**
 * Kubernetes' kinds under API versions that came before today's, by today's type. What rules read of a kind is the same in
 * all of them. Left out are those that say it differently.
 */
const formerVersions: Readonly<Record<string, readonly string[]>> = {
  "kubernetes:apps/v1:DaemonSet": ["apps/v1beta2", "extensions/v1beta1"],
  "kubernetes:apps/v1:Deployment": ["apps/v1beta1", "apps/v1beta2", "extensions/v1beta1"],
  "kubernetes:apps/v1:ReplicaSet": ["apps/v1beta2", "extensions/v1beta1"],
  "kubernetes:apps/v1:StatefulSet": ["apps/v1beta1", "apps/v1beta2"],
  "kubernetes:batch/v1:CronJob": ["batch/v1beta1", "batch/v2alpha1"],
  "kubernetes:networking.k8s.io/v1:Ingress": ["networking.k8s.io/v1beta1", "extensions/v1beta1"],
  "kubernetes:networking.k8s.io/v1:NetworkPolicy": ["extensions/v1beta1"],
  "kubernetes:policy/v1:PodDisruptionBudget": ["policy/v1beta1"],
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": rbac(),
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": rbac(),
  "kubernetes:rbac.authorization.k8s.io/v1:Role": rbac(),
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": rbac(),
  "kubernetes:storage.k8s.io/v1:StorageClass": ["storage.k8s.io/v1beta1"],
};

function rbac(): readonly string[] {
  return ["rbac.authorization.k8s.io/v1beta1", "rbac.authorization.k8s.io/v1alpha1"];
}

/** What `type` was called under earlier API versions. */
export function formerTypesOf(type: string): readonly string[] {
  const kind = type.slice(type.lastIndexOf(":") + 1);
  return (formerVersions[type] ?? []).map((version) => `kubernetes:${version}:${kind}`);
}

const currentTypes: ReadonlyMap<string, string> = new Map(
  Object.keys(formerVersions).flatMap((type) => formerTypesOf(type).map((former) => [former, type])),
);

/** The type under which rules know a resource of `type`. */
export const currentTypeOf = (type: string): string => currentTypes.get(type) ?? type;
