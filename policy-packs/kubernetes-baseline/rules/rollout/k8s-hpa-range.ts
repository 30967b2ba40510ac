import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const good = {
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "shop" },
    minReplicas: 2,
    maxReplicas: 10,
  },
};

/** What scales has somewhere to go, and never goes away. */
export const k8sHpaRange = resourceRule({
  name: "k8s-hpa-range",
  title: "An autoscaler keeps two replicas and may make more.",
  severity: "medium",
  types: ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v1:HorizontalPodAutoscaler"],
  parameters: z.object({
    minReplicas: z.int().min(0).default(2).describe("How many replicas an autoscaler must keep."),
  }),
  controls: {},
  remediationSteps:
    "Set spec.minReplicas to 2 or more and spec.maxReplicas above it; where nothing is to scale, leave the autoscaler out.",
  docs: {
    why: "An autoscaler has the last word on replicas: with one at night, the default, every drain of a node is an outage, and with a maximum at the minimum the load of a busy day meets what a quiet one needs.",
    good: {
      "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": good,
      "kubernetes:autoscaling/v1:HorizontalPodAutoscaler": good,
    },
  },
  // Default of minReplicas: 1 (kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2).
  check({ props: { spec } }, report, { minReplicas: least }) {
    const minimum = Number(spec?.minReplicas ?? 1);
    if (minimum < least) report(`too few replicas may be left: set spec.minReplicas to ${least} or more`);
    if (Number(spec?.maxReplicas ?? 0) <= minimum)
      report("nothing can scale: set spec.maxReplicas above spec.minReplicas");
  },
});
