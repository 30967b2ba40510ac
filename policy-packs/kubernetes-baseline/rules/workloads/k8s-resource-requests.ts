import { podRule } from "../../../core/pod-rule";
import { faultOf, largestResources } from "../../../core/resources";
import { forEachKnown } from "../../../core/unknown";
import { forEachScheduledContainer } from "../../../core/workload";

/** Containers say what they need. */
export const k8sResourceRequests = podRule({
  name: "k8s-resource-requests",
  title: "Containers request CPU and memory.",
  severity: "medium",
  controls: {},
  parameters: largestResources,
  remediationSteps: "Set resources.requests.cpu and resources.requests.memory of every container, or of the pod.",
  docs: {
    why: "Pods without requests are packed onto full nodes, are the first to be evicted, and cannot be scaled by use.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          resources: { requests: { cpu: "100m", memory: "64Mi" } },
        },
      ],
    },
  },
  check(pod, report, { exemptImages, maxCpu, maxMemory }) {
    const shared = pod.spec.resources?.requests;
    forEachScheduledContainer(pod, exemptImages, ({ resources }, where) =>
      forEachKnown(["cpu", "memory"] as const, (resource) => {
        const max = resource === "cpu" ? maxCpu : maxMemory;
        const fault = faultOf(resource, { own: resources?.requests, shared, max, required: true });
        if (fault === "missing") report(`${where} does not say what it needs: set resources.requests.${resource}`);
        if (fault === "too large")
          report(`${where} requests more than is allowed: lower resources.requests.${resource}`);
      }),
    );
  },
});
