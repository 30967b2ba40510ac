interface RemovedApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** The first version of Kubernetes without it. */
  readonly removedIn: string;
  /** The API version that came in its place. */
  readonly use?: string;
}

const webhooks = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];
const reviews = [
  "LocalSubjectAccessReview",
  "SelfSubjectAccessReview",
  "SelfSubjectRulesReview",
  "SubjectAccessReview",
];
const roles = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];
const workloads = ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"];
const flows = ["FlowSchema", "PriorityLevelConfiguration"];

/** API versions that Kubernetes has removed (kubernetes.io/docs/reference/using-api/deprecation-guide). */
export const removedApis: readonly RemovedApi[] = [
  { apiVersion: "extensions/v1beta1", kinds: workloads, removedIn: "1.16", use: "apps/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["NetworkPolicy"], removedIn: "1.16", use: "networking.k8s.io/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], removedIn: "1.16" },
  { apiVersion: "apps/v1beta1", kinds: workloads, removedIn: "1.16", use: "apps/v1" },
  { apiVersion: "apps/v1beta2", kinds: workloads, removedIn: "1.16", use: "apps/v1" },
  { apiVersion: "batch/v2alpha1", kinds: ["CronJob"], removedIn: "1.21", use: "batch/v1" },
  { apiVersion: "extensions/v1beta1", kinds: ["Ingress"], removedIn: "1.22", use: "networking.k8s.io/v1" },
  ...beta("admissionregistration.k8s.io", webhooks, "1.22"),
  ...beta("apiextensions.k8s.io", ["CustomResourceDefinition"], "1.22"),
  ...beta("apiregistration.k8s.io", ["APIService"], "1.22"),
  ...beta("authentication.k8s.io", ["TokenReview"], "1.22"),
  ...beta("authorization.k8s.io", reviews, "1.22"),
  ...beta("certificates.k8s.io", ["CertificateSigningRequest"], "1.22"),
  ...beta("coordination.k8s.io", ["Lease"], "1.22"),
  ...beta("networking.k8s.io", ["Ingress", "IngressClass"], "1.22"),
  ...beta("rbac.authorization.k8s.io", roles, "1.22"),
  ...beta("scheduling.k8s.io", ["PriorityClass"], "1.22"),
  ...beta("storage.k8s.io", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], "1.22"),
  ...beta("batch", ["CronJob"], "1.25"),
  ...beta("discovery.k8s.io", ["EndpointSlice"], "1.25"),
  ...beta("events.k8s.io", ["Event"], "1.25"),
  ...beta("node.k8s.io", ["RuntimeClass"], "1.25"),
  ...beta("policy", ["PodDisruptionBudget"], "1.25"),
  { apiVersion: "policy/v1beta1", kinds: ["PodSecurityPolicy"], removedIn: "1.25" },
  {
    apiVersion: "autoscaling/v2beta1",
    kinds: ["HorizontalPodAutoscaler"],
    removedIn: "1.25",
    use: "autoscaling/v2",
  },
  {
    apiVersion: "autoscaling/v2beta2",
    kinds: ["HorizontalPodAutoscaler"],
    removedIn: "1.26",
    use: "autoscaling/v2",
  },
  ...beta("storage.k8s.io", ["CSIStorageCapacity"], "1.27"),
  ...flowControl("v1beta1", "1.26"),
  ...flowControl("v1beta2", "1.29"),
  ...flowControl("v1beta3", "1.32"),
];

/** A v1beta1 that became v1. */
function beta(group: string, kinds: readonly string[], removedIn: string): readonly RemovedApi[] {
  return [{ apiVersion: `${group}/v1beta1`, kinds, removedIn, use: `${group}/v1` }];
}

function flowControl(version: string, removedIn: string): readonly RemovedApi[] {
  const group = "flowcontrol.apiserver.k8s.io";
  return [{ apiVersion: `${group}/${version}`, kinds: flows, removedIn, use: `${group}/v1` }];
}
