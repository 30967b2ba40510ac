import { podRule } from "../../../core/pod-rule";
import { isSet } from "../../../core/unknown";
import { forEachMainContainer, runsToCompletion, serviceTypes } from "../../../core/workload";

/** Pods that hang are restarted. */
export const k8sLivenessProbe = podRule({
  name: "k8s-liveness-probe",
  title: "Containers that run for good say whether they still do.",
  severity: "low",
  types: serviceTypes,
  controls: {},
  remediationSteps: "Set livenessProbe of every container, to something that does not depend on other services.",
  docs: {
    why: "Without a liveness probe a program that hangs stays so until somebody notices.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          livenessProbe: { httpGet: { path: "/healthz", port: 8080 } },
        },
      ],
    },
  },
  check(pod, report) {
    if (runsToCompletion(pod.spec)) return;
    forEachMainContainer(pod, (container, where) => {
      if (!isSet(container, "livenessProbe")) report(`${where} has no liveness probe: set livenessProbe`);
    });
  },
});
