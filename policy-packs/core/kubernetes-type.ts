/** A Kubernetes kind of a token, e.g. apps/v1 and Deployment of `kubernetes:apps/v1:Deployment`. */
export interface KubernetesType {
  /** Group and version; the core group is `core/v1`, as the provider calls it. */
  readonly apiVersion: string;
  readonly kind: string;
}

/** Groups of Kubernetes' own kinds that have no dot in their name. */
const plainGroups = ["core", "apps", "autoscaling", "batch", "extensions", "policy"];

/**
 * What a token says of an object of Kubernetes' own; undefined for any other token, for what packages make (Helm, YAML,
 * Kustomize), and for custom resources. A patch of an object has its object's kind.
 */
export function kubernetesTypeOf(token: string): KubernetesType | undefined {
  const [provider, apiVersion = "", name = ""] = token.split(":");
  const [group = "", version = ""] = apiVersion.split("/");
  if (provider !== "kubernetes" || !/^v\d/.test(version)) return undefined;
  if (!plainGroups.includes(group) && (!group.endsWith(".k8s.io") || group === "helm.sh")) return undefined;
  return { apiVersion, kind: name.replace(/(Patch|List)$/, "") };
}
