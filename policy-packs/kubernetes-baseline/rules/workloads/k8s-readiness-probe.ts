import { podRule } from "../../../core/pod-rule";
import { isSet } from "../../../core/unknown";
import { forEachMainContainer, runsToCompletion, serviceTypes } from "../../../core/workload";

/** Pods get traffic only once they can answer. */
export const k8sReadinessProbe = podRule({
  name: "k8s-readiness-probe",
  title: "Containers that serve say when they are ready.",
  severity: "medium",
  types: serviceTypes,
  controls: {},
  remediationSteps: "Set readinessProbe of every container.",
  docs: {
    why: "Without a readiness probe a pod gets requests before it can answer them, and keeps them while it cannot.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
        },
      ],
    },
  },
  check(pod, report) {
    if (runsToCompletion(pod.spec)) return;
    forEachMainContainer(pod, (container, where) => {
      if (!isSet(container, "readinessProbe")) report(`${where} has no readiness probe: set readinessProbe`);
    });
  },
});
