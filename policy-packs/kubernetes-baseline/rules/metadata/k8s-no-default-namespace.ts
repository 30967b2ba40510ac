import { z } from "zod";
import { kubernetesTypeOf } from "../../../core/kubernetes-type";
import { anyTypeRule } from "../../../core/rule";

/** Kubernetes' own kinds that live in a namespace. */
const namespaced: ReadonlySet<string> = new Set([
  ...["ConfigMap", "Endpoints", "LimitRange", "PersistentVolumeClaim", "Pod", "PodTemplate", "ReplicationController"],
  ...["ResourceQuota", "Secret", "Service", "ServiceAccount"],
  ...["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet", "CronJob", "Job"],
  ...["HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress", "NetworkPolicy", "EndpointSlice", "Lease"],
  ...["Role", "RoleBinding"],
]);

/** Objects live in a namespace of their own application. */
export const k8sNoDefaultNamespace = anyTypeRule({
  name: "k8s-no-default-namespace",
  title: "Objects are neither in the default namespace nor in Kubernetes' own.",
  severity: "low",
  judges: (type) => namespaced.has(kubernetesTypeOf(type)?.kind ?? ""),
  controls: { "cis-kubernetes-1.11": ["5.6.4"] },
  parameters: z.object({
    /** Namespaces of Kubernetes that may be used after all, e.g. kube-system for add-ons. */
    allowedNamespaces: z.array(z.string()).default([]),
  }),
  remediationSteps: "Set metadata.namespace, or the provider's namespace, to the application's namespace.",
  docs: {
    why: "Quotas, network policies, roles and Pod Security go by namespaces: what shares one shares all of these.",
    good: [
      { type: "kubernetes:core/v1:Pod", name: "shop", props: { metadata: { namespace: "shop" } } },
      { type: "kubernetes:apps/v1:Deployment", name: "shop", props: { metadata: { namespace: "shop" } } },
    ],
  },
  check({ props, provider }, report, { allowedNamespaces }) {
    const own = (props.metadata as { readonly namespace?: string } | undefined)?.namespace;
    const namespace = own || provider?.props.namespace || "default";
    if (typeof namespace !== "string" || allowedNamespaces.includes(namespace)) return;
    if (namespace === "default" || namespace.startsWith("kube-")) {
      report("the object is in the default namespace or in one of Kubernetes' own: set metadata.namespace to another");
    }
  },
});
