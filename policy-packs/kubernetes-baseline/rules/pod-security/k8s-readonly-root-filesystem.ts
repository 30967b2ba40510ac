import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { contextOf, runsOnWindows } from "../../../core/pod-security";
import { forEachJudgedContainer, forEachWritableContainer } from "../../../core/workload";

/** Containers cannot change their own programs. */
export const k8sReadonlyRootFilesystem = podRule({
  name: "k8s-readonly-root-filesystem",
  title: "A container's root file system is read-only.",
  severity: "medium",
  controls: {},
  parameters: exemptImages,
  remediationSteps:
    "Set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the program writes.",
  docs: {
    why: "An intruder can put tools into a writable image and change the program that the container runs.",
    good: {
      containers: [
        { name: "app", image: "registry.k8s.io/pause:3.10", securityContext: { readOnlyRootFilesystem: true } },
      ],
    },
  },
  check(pod, report, { exemptImages: exempt }) {
    // Windows has no read-only root (kubernetes.io/docs/concepts/windows/intro).
    if (runsOnWindows(pod.spec)) return;
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      if (securityContext?.readOnlyRootFilesystem !== true) {
        report(`${where} can write to its root: set securityContext.readOnlyRootFilesystem to true`);
      }
    });
  },
  remediate(spec, { exemptImages: exempt }) {
    if (runsOnWindows(spec)) return;
    forEachWritableContainer(spec, exempt, (container) => {
      contextOf(container).readOnlyRootFilesystem = true;
    });
  },
});
