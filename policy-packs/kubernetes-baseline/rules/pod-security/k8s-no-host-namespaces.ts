import { podRule } from "../../../core/pod-rule";
import { forEachKnown } from "../../../core/unknown";

/** Pods have a network, processes and shared memory of their own. */
export const k8sNoHostNamespaces = podRule({
  name: "k8s-no-host-namespaces",
  title: "No pod shares its node's network, processes or shared memory.",
  severity: "critical",
  controls: { "cis-kubernetes-1.11": ["5.2.3", "5.2.4", "5.2.5"] },
  remediationSteps: "Leave hostNetwork, hostPID and hostIPC out, or set them to false.",
  docs: {
    why: "Such a pod sees the node's processes and traffic, escapes network policies, and reaches the node's credentials.",
    good: {
      hostNetwork: false,
      hostPID: false,
      hostIPC: false,
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check({ spec }, report) {
    forEachKnown(["hostNetwork", "hostPID", "hostIPC"] as const, (namespace) => {
      if (spec[namespace] === true) report(`the pod shares a namespace of its node: set ${namespace} to false`);
    });
  },
});
