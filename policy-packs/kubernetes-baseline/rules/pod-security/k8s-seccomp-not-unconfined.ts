import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachKnown, judgeAll } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

/** How pods said it before Kubernetes 1.19. */
const annotation =
  /^(container\.seccomp\.security\.alpha\.kubernetes\.io\/.*|seccomp\.security\.alpha\.kubernetes\.io\/pod)$/;

interface Context {
  readonly seccompProfile?: { readonly type?: string; readonly localhostProfile?: string };
}

/** Containers do not ask for every system call. */
export const k8sSeccompNotUnconfined = podRule({
  name: "k8s-seccomp-not-unconfined",
  title: "No container asks to run without a seccomp profile.",
  severity: "high",
  controls: {},
  parameters: exemptImages.extend({
    /** Files of profiles on the nodes that containers may choose; `*` for all. */
    allowedLocalhostProfiles: z.array(z.string()).default(["*"]),
  }),
  remediationSteps: "Set securityContext.seccompProfile.type to RuntimeDefault or Localhost.",
  docs: {
    why: "An unconfined container may make all system calls, of which a few are how one breaks out of it.",
    good: {
      securityContext: { seccompProfile: { type: "RuntimeDefault" } },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report, { exemptImages: exempt, allowedLocalhostProfiles: allowed }) {
    const judge = (context: Context | undefined, where: string) => {
      const profile = context?.seccompProfile;
      if (!["RuntimeDefault", "Localhost", undefined, null].includes(profile?.type)) {
        report(`${where} gives up its seccomp profile: set securityContext.seccompProfile.type to RuntimeDefault`);
      } else if (profile?.type === "Localhost" && !allowed.includes("*")) {
        if (!allowed.includes(profile.localhostProfile ?? "")) {
          report(
            `${where} chooses a profile that is not allowed: change securityContext.seccompProfile.localhostProfile`,
          );
        }
      }
    };
    judgeAll(
      () => judge(pod.spec.securityContext, "the pod"),
      () => forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => judge(securityContext, where)),
      () =>
        forEachKnown(Object.keys(pod.metadata?.annotations ?? {}), (key) => {
          if (annotation.test(key) && pod.metadata?.annotations?.[key] === "unconfined") {
            report("an annotation gives up a seccomp profile: remove it and set securityContext.seccompProfile");
          }
        }),
    );
  },
});
