/**
 * Kinds that every cluster of Kubernetes 1.36 serves, by apiVersion; what is off by default (alpha and beta versions) is
 * not among them. A test compares them with what a real API server serves.
 *
 * https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/
 */
const builtIn: Readonly<Record<string, { namespaced: readonly string[]; cluster: readonly string[] }>> = {
  v1: {
    namespaced: [
      "Binding",
      "ConfigMap",
      "Endpoints",
      "Event",
      "LimitRange",
      "PersistentVolumeClaim",
      "Pod",
      "PodTemplate",
      "ReplicationController",
      "ResourceQuota",
      "Secret",
      "Service",
      "ServiceAccount",
    ],
    cluster: ["ComponentStatus", "Namespace", "Node", "PersistentVolume"],
  },
  "admissionregistration.k8s.io/v1": {
    namespaced: [],
    cluster: [
      "MutatingAdmissionPolicy",
      "MutatingAdmissionPolicyBinding",
      "MutatingWebhookConfiguration",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "ValidatingWebhookConfiguration",
    ],
  },
  "apiextensions.k8s.io/v1": { namespaced: [], cluster: ["CustomResourceDefinition"] },
  "apiregistration.k8s.io/v1": { namespaced: [], cluster: ["APIService"] },
  "apps/v1": {
    namespaced: ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
    cluster: [],
  },
  "authentication.k8s.io/v1": { namespaced: [], cluster: ["SelfSubjectReview", "TokenReview"] },
  "authorization.k8s.io/v1": {
    namespaced: ["LocalSubjectAccessReview"],
    cluster: ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
  },
  "autoscaling/v1": { namespaced: ["HorizontalPodAutoscaler"], cluster: [] },
  "autoscaling/v2": { namespaced: ["HorizontalPodAutoscaler"], cluster: [] },
  "batch/v1": { namespaced: ["CronJob", "Job"], cluster: [] },
  "certificates.k8s.io/v1": { namespaced: [], cluster: ["CertificateSigningRequest"] },
  "coordination.k8s.io/v1": { namespaced: ["Lease"], cluster: [] },
  "discovery.k8s.io/v1": { namespaced: ["EndpointSlice"], cluster: [] },
  "events.k8s.io/v1": { namespaced: ["Event"], cluster: [] },
  "flowcontrol.apiserver.k8s.io/v1": { namespaced: [], cluster: ["FlowSchema", "PriorityLevelConfiguration"] },
  "networking.k8s.io/v1": {
    namespaced: ["Ingress", "NetworkPolicy"],
    cluster: ["IPAddress", "IngressClass", "ServiceCIDR"],
  },
  "node.k8s.io/v1": { namespaced: [], cluster: ["RuntimeClass"] },
  "policy/v1": { namespaced: ["PodDisruptionBudget"], cluster: [] },
  "rbac.authorization.k8s.io/v1": {
    namespaced: ["Role", "RoleBinding"],
    cluster: ["ClusterRole", "ClusterRoleBinding"],
  },
  "resource.k8s.io/v1": {
    namespaced: ["ResourceClaim", "ResourceClaimTemplate"],
    cluster: ["DeviceClass", "ResourceSlice"],
  },
  "scheduling.k8s.io/v1": { namespaced: [], cluster: ["PriorityClass"] },
  "storage.k8s.io/v1": {
    namespaced: ["CSIStorageCapacity"],
    cluster: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"],
  },
};

/**
 * Kinds of the custom resource definitions that EKS installs by itself; in Auto Mode and with the VPC CNI only, which is
 * not to be seen from a cluster's own objects.
 *
 * https://docs.aws.amazon.com/eks/latest/userguide/auto-learn-iam.html and the pages on Auto Mode's node pools and node
 * classes, security groups for pods, custom networking and network policies.
 */
const ofEks: typeof builtIn = {
  "karpenter.sh/v1": { namespaced: [], cluster: ["NodeClaim", "NodePool"] },
  "eks.amazonaws.com/v1": {
    namespaced: ["TargetGroupBinding"],
    cluster: ["CNINode", "IngressClassParams", "NodeClass", "NodeDiagnostic"],
  },
  "eks.amazonaws.com/v1alpha1": { namespaced: [], cluster: ["CNINode", "NodeDiagnostic"] },
  "vpcresources.k8s.aws/v1alpha1": { namespaced: [], cluster: ["CNINode"] },
  "vpcresources.k8s.aws/v1beta1": { namespaced: ["SecurityGroupPolicy"], cluster: [] },
  "crd.k8s.amazonaws.com/v1alpha1": { namespaced: [], cluster: ["ENIConfig"] },
  "networking.k8s.aws/v1alpha1": {
    namespaced: ["ApplicationNetworkPolicy", "PolicyEndpoint"],
    cluster: ["ClusterNetworkPolicy", "ClusterPolicyEndpoint"],
  },
};

/** An apiVersion and a kind, e.g. `apps/v1` and `Deployment`. */
export interface Kind {
  apiVersion: string;
  kind: string;
}

/** Whether objects of a kind are in a namespace; undefined where no cluster serves it by itself. */
export function isNamespaced({ apiVersion, kind }: Kind): boolean | undefined {
  const known = builtIn[apiVersion] ?? ofEks[apiVersion];
  if (known?.namespaced.includes(kind)) return true;
  return known?.cluster.includes(kind) ? false : undefined;
}

/** The group of an apiVersion; the core group's is empty. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";

const builtInGroups = new Set(Object.keys(builtIn).map(groupOf));

/** Whether the API server itself owns a group, so that no custom resource definition can be of it. */
export const isBuiltInGroup = (apiVersion: string): boolean => builtInGroups.has(groupOf(apiVersion));

/** Every kind that the API server serves by itself, with whether its objects are in a namespace. */
export const builtInKinds: readonly (Kind & { namespaced: boolean })[] = Object.entries(builtIn).flatMap(
  ([apiVersion, { namespaced, cluster }]) => [
    ...namespaced.map((kind) => ({ apiVersion, kind, namespaced: true })),
    ...cluster.map((kind) => ({ apiVersion, kind, namespaced: false })),
  ],
);

/** The kind that a type token stands for, e.g. `kubernetes:apps/v1:Deployment`; the core group has a name in tokens. */
export function kindOfType(type: string): Kind {
  const [, module = "", name = ""] = type.split(":");
  return { apiVersion: module.replace(/^core\//, ""), kind: isPatch(type) ? name.slice(0, -"Patch".length) : name };
}

/** Whether a type changes parts of an object that somebody else owns. */
export const isPatch = (type: string): boolean => /[a-z]Patch$/.test(type);
