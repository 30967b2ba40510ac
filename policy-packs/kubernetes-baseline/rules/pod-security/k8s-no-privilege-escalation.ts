import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { contextOf, runsOnWindows } from "../../../core/pod-security";
import { forEachJudgedContainer, forEachWritableContainer } from "../../../core/workload";

/** No process in a container gets more rights than its parent. */
export const k8sNoPrivilegeEscalation = podRule({
  name: "k8s-no-privilege-escalation",
  title: "Containers do not allow privilege escalation.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.2.6"] },
  parameters: exemptImages,
  remediationSteps: "Set securityContext.allowPrivilegeEscalation to false for every container.",
  docs: {
    why: "By default a program with the setuid bit turns whoever runs it into root of the container.",
    good: {
      containers: [
        { name: "app", image: "registry.k8s.io/pause:3.10", securityContext: { allowPrivilegeEscalation: false } },
      ],
    },
  },
  check(pod, report, { exemptImages: exempt }) {
    if (runsOnWindows(pod.spec)) return;
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      if (securityContext?.allowPrivilegeEscalation !== false) {
        report(`${where} allows privilege escalation: set securityContext.allowPrivilegeEscalation to false`);
      }
    });
  },
  remediate(spec, { exemptImages: exempt }) {
    if (runsOnWindows(spec)) return;
    forEachWritableContainer(spec, exempt, (container) => {
      contextOf(container).allowPrivilegeEscalation = false;
    });
  },
});
