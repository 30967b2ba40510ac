import { z } from "zod";
import { podRule } from "../../../core/pod-rule";
import { forEachMainContainer, serviceTypes } from "../../../core/workload";

/** Requests are answered to the end. */
export const k8sGracefulShutdown = podRule({
  name: "k8s-graceful-shutdown",
  title: "Pods have time to end what they are doing.",
  severity: "medium",
  types: serviceTypes,
  parameters: z.object({
    minimumSeconds: z.int().min(0).default(5).describe("The least that a pod must be given to end."),
  }),
  controls: {},
  remediationSteps:
    "Leave terminationGracePeriodSeconds at its default of 30 or set it higher, and let lifecycle.preStop wait for less than that.",
  docs: {
    why: "Without time to end, requests are cut off and files left half-written in each deployment and each drain of a node; a stateful pod that is killed at once may run twice.",
    good: {
      terminationGracePeriodSeconds: 45,
      containers: [
        { name: "app", image: "registry.k8s.io/pause:3.10", lifecycle: { preStop: { sleep: { seconds: 15 } } } },
      ],
    },
  },
  // kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle: the time counts from before preStop; default 30 seconds.
  check(pod, report, { minimumSeconds }) {
    const grace = Number(pod.spec.terminationGracePeriodSeconds ?? 30);
    if (grace < minimumSeconds) {
      report(`pods are killed at once: set terminationGracePeriodSeconds to ${minimumSeconds} or more`);
      return;
    }
    forEachMainContainer(pod, ({ lifecycle }, where) => {
      if (Number(lifecycle?.preStop?.sleep?.seconds ?? 0) >= grace) {
        report(`${where} is killed while it still waits in preStop: raise terminationGracePeriodSeconds above it`);
      }
    });
  },
});
