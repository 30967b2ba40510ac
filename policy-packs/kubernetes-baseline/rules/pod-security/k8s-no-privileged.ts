import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachJudgedContainer } from "../../../core/workload";

/** Containers are kept apart from their node. */
export const k8sNoPrivileged = podRule({
  name: "k8s-no-privileged",
  title: "No container is privileged.",
  severity: "critical",
  controls: { "cis-kubernetes-1.11": ["5.2.2"] },
  parameters: exemptImages,
  remediationSteps:
    "Leave securityContext.privileged out, or set it to false, and add the few capabilities that are needed.",
  docs: {
    why: "Whoever breaks into a privileged container owns its node, and with it every other pod there.",
    good: {
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10", securityContext: { privileged: false } }],
    },
  },
  check(pod, report, { exemptImages: exempt }) {
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      if (securityContext?.privileged === true) {
        report(`${where} is privileged: set securityContext.privileged to false`);
      }
    });
  },
});
