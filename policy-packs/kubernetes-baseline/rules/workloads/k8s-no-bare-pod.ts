import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Pods have somebody who makes them again. */
export const k8sNoBarePod = resourceRule({
  name: "k8s-no-bare-pod",
  title: "Pods are made by a controller.",
  severity: "low",
  types: ["kubernetes:core/v1:Pod"],
  controls: {},
  remediationSteps: "Make a Deployment, a StatefulSet, a DaemonSet or a Job with the pod's spec as its template.",
  docs: {
    why: "A pod without a controller is gone with its node, and holds up every drain until somebody forces it.",
    good: {
      "kubernetes:core/v1:Pod": {
        metadata: { ownerReferences: [{ apiVersion: "apps/v1", kind: "ReplicaSet", name: "shop", uid: "0b5a61e5" }] },
      },
    },
  },
  check({ props: { metadata } }, report) {
    if (!isNonEmpty(metadata, "ownerReferences")) {
      report("nothing makes the pod again when it is gone: make a Deployment or a Job with its spec as template");
    }
  },
});
