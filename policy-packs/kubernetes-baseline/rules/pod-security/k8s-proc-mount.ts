import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { hasOwnUsers, standardsVersion } from "../../../core/pod-security";
import { forEachJudgedContainer } from "../../../core/workload";

/** Containers see their node's /proc masked. */
export const k8sProcMount = podRule({
  name: "k8s-proc-mount",
  title: "Containers keep the runtime's masks over /proc.",
  severity: "high",
  controls: {},
  parameters: z.object({ ...exemptImages.shape, ...standardsVersion.shape }),
  remediationSteps:
    "Leave securityContext.procMount out, set it to Default, or give the pod users of its own by hostUsers: false.",
  docs: {
    why: "Behind the masks lie the kernel's settings and keys of the whole node.",
    good: {
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10", securityContext: { procMount: "Default" } }],
    },
  },
  check(pod, report, { exemptImages: exempt, version }) {
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      if ((securityContext?.procMount ?? "Default") !== "Default" && !hasOwnUsers(pod.spec, version)) {
        report(`${where} sees all of /proc: set securityContext.procMount to Default`);
      }
    });
  },
});
