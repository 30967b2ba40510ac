import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { contextOf, hasOwnUsers, standardsVersion } from "../../../core/pod-security";
import { isNonEmpty, judgeAll } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

/** Containers do not run as root. */
export const k8sRunAsNonRoot = podRule({
  name: "k8s-run-as-non-root",
  title: "Containers must run as another user than root.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.2.7"] },
  parameters: z.object({ ...exemptImages.shape, ...standardsVersion.shape }),
  remediationSteps:
    "Set the pod's securityContext.runAsNonRoot to true, and runAsUser, where set, to another user than 0.",
  docs: {
    why: "Root in a container is root on the node as soon as one hole in the runtime or the kernel is found.",
    good: {
      securityContext: { runAsNonRoot: true, runAsUser: 1000 },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report, { exemptImages: exempt, version }) {
    const { spec } = pod;
    if (hasOwnUsers(spec, version)) return;
    judgeAll(
      () => {
        if (spec.securityContext?.runAsUser === 0) {
          report("the pod runs as root: set securityContext.runAsUser to another user");
        }
      },
      () =>
        forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
          if (securityContext?.runAsUser === 0) {
            report(`${where} runs as root: set securityContext.runAsUser to another user`);
          }
        }),
      () =>
        forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
          if (!(securityContext?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot)) {
            report(`${where} may run as root: set securityContext.runAsNonRoot to true`);
          }
        }),
      () => {
        const own = spec.securityContext?.runAsNonRoot;
        // The standard forbids a pod's own false even where every container says otherwise.
        if (own === false || (!own && !isNonEmpty(spec, "containers"))) {
          report("the pod may run as root: set securityContext.runAsNonRoot to true");
        }
      },
    );
  },
  remediate(spec) {
    // A user that somebody chose stays: a container that needs root would not start.
    contextOf(spec).runAsNonRoot ??= true;
  },
});
