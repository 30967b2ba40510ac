import { z } from "zod";
import { podRule } from "../../../core/pod-rule";
import { faultOf, largestResources } from "../../../core/resources";
import { forEachKnown } from "../../../core/unknown";
import { forEachScheduledContainer } from "../../../core/workload";

/** Containers cannot take their neighbours' memory. */
export const k8sMemoryLimit = podRule({
  name: "k8s-memory-limit",
  title: "Containers have a memory limit.",
  severity: "medium",
  controls: {},
  parameters: largestResources.extend({
    /** Whether CPU must be limited, too: not by default, since a limit also slows a pod on an idle node. */
    cpu: z.boolean().default(false),
  }),
  remediationSteps: "Set resources.limits.memory of every container, or of the pod.",
  docs: {
    why: "A container that leaks memory takes its whole node with it, and so the pods of others.",
    good: {
      containers: [
        { name: "app", image: "registry.k8s.io/pause:3.10", resources: { limits: { cpu: "500m", memory: "128Mi" } } },
      ],
    },
  },
  check(pod, report, { exemptImages, maxCpu, maxMemory, cpu }) {
    const shared = pod.spec.resources?.limits;
    const required = { cpu: cpu || maxCpu !== undefined, memory: true };
    forEachScheduledContainer(pod, exemptImages, ({ resources }, where) =>
      forEachKnown(["cpu", "memory"] as const, (resource) => {
        const max = resource === "cpu" ? maxCpu : maxMemory;
        const fault = faultOf(resource, { own: resources?.limits, shared, max, required: required[resource] });
        if (fault === "missing") report(`${where} has no limit: set resources.limits.${resource}`);
        if (fault === "too large") report(`${where} may have more than is allowed: lower resources.limits.${resource}`);
      }),
    );
  },
});
