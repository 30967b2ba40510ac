import { podRule } from "../../../core/pod-rule";

/** Each application has a service account of its own. */
export const k8sDedicatedServiceAccount = podRule({
  name: "k8s-dedicated-service-account",
  title: "Pods have a service account other than default.",
  severity: "low",
  controls: { "cis-kubernetes-1.11": ["5.1.5"] },
  remediationSteps: "Make a ServiceAccount for the application and set serviceAccountName to its name.",
  docs: {
    why: "What is given to the default account of a namespace, in Kubernetes or in IAM, all of its pods have.",
    good: { serviceAccountName: "shop", containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }] },
  },
  check({ spec }, report) {
    // The older name of the field still counts.
    const account = spec.serviceAccountName || spec.serviceAccount;
    if (!account || account === "default") {
      report("the pod has the default service account: set serviceAccountName to one of its own");
    }
  },
});
