import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const good = { spec: { replicas: 2 } };

/** Workloads outlive one of their pods. */
export const k8sReplicasMin = resourceRule({
  name: "k8s-replicas-min",
  title: "A workload has at least two replicas.",
  severity: "medium",
  types: ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:apps/v1:ReplicaSet"],
  controls: {},
  parameters: z.object({
    minReplicas: z.int().min(0).default(2),
    /** Default: any number. */
    maxReplicas: z.int().optional(),
  }),
  remediationSteps:
    "Set spec.replicas to 2 or more; where a HorizontalPodAutoscaler sets it, also name spec.replicas in ignoreChanges.",
  docs: {
    why: "With one replica every upgrade of a node, every crash and every deployment is an outage.",
    good: {
      "kubernetes:apps/v1:Deployment": good,
      "kubernetes:apps/v1:StatefulSet": good,
      "kubernetes:apps/v1:ReplicaSet": good,
    },
  },
  check({ props: { spec }, options }, report, { minReplicas, maxReplicas }) {
    // Where changes are ignored, an autoscaler has the last word.
    if (options?.ignoreChanges?.some((path) => ["spec", "spec.replicas"].includes(path))) return;
    // A manifest may have it as text.
    const replicas = Number(spec?.replicas ?? 1);
    if (replicas < minReplicas) report(`too few replicas: set spec.replicas to ${minReplicas} or more`);
    if (maxReplicas !== undefined && replicas > maxReplicas) {
      report(`too many replicas: set spec.replicas to ${maxReplicas} or fewer`);
    }
  },
});
