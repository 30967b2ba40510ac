import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { type Pod, podRule } from "../../../core/pod-rule";
import type { Report } from "../../../core/rule";
import { forEachKnown, isSet, judgeAll } from "../../../core/unknown";
import { forEachContainer, forEachJudgedContainer } from "../../../core/workload";

/** How pods said it before Kubernetes 1.30, by container; the API server still takes it over. */
const annotation = "container.apparmor.security.beta.kubernetes.io/";

/**
 * Containers keep their AppArmor profile.
 *
 * Where there is AppArmor, one that says nothing gets the runtime's profile. To ask for that in so many words keeps a pod
 * off nodes without AppArmor, such as Amazon Linux 2023 (kubernetes.io/docs/tutorials/security/apparmor).
 */
export const k8sApparmor = podRule({
  name: "k8s-apparmor",
  title: "No container runs without its AppArmor profile.",
  severity: "medium",
  controls: { "cis-kubernetes-1.11": ["5.6.3"] },
  parameters: exemptImages.extend({
    /** Whether a profile must be set, for clusters whose nodes all have AppArmor. */
    required: z.boolean().default(false),
  }),
  remediationSteps: "Set securityContext.appArmorProfile.type to RuntimeDefault or Localhost, or leave it out.",
  docs: {
    why: "Without a profile nothing stops a program that broke out of its usual ways from mounting, tracing or writing to /proc.",
    good: {
      securityContext: { appArmorProfile: { type: "RuntimeDefault" } },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report, { exemptImages: exempt, required }) {
    judgeAll(
      () => {
        if (isBadType(pod.spec.securityContext)) {
          report("the pod gives up its AppArmor profile: set securityContext.appArmorProfile.type to RuntimeDefault");
        }
      },
      () =>
        forEachKnown(Object.keys(pod.metadata?.annotations ?? {}), (key) => {
          if (key.startsWith(annotation) && isBadProfile(pod.metadata?.annotations?.[key])) {
            report("an annotation gives up a container's AppArmor profile: set it to runtime/default");
          }
        }),
      () =>
        forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
          if (isBadType(securityContext)) {
            report(
              `${where} gives up its AppArmor profile: set securityContext.appArmorProfile.type to RuntimeDefault`,
            );
          }
        }),
      () => {
        if (required && !isSet(pod.spec.securityContext, "appArmorProfile")) requireProfiles(pod, report);
      },
    );
  },
});

function requireProfiles(pod: Pod, report: Report): void {
  forEachContainer(pod, (container, where) => {
    const named = isSet(pod.metadata?.annotations, `${annotation}${container.name}`);
    if (!named && !isSet(container.securityContext, "appArmorProfile")) {
      report(`${where} has no AppArmor profile: set securityContext.appArmorProfile.type to RuntimeDefault`);
    }
  });
}

const isBadProfile = (profile = ""): boolean => !/^$|^runtime\/default$|^localhost\//.test(profile);

function isBadType(context: { readonly appArmorProfile?: { readonly type?: string } } | undefined): boolean {
  const type = context?.appArmorProfile?.type;
  return !["RuntimeDefault", "Localhost", undefined, null].includes(type);
}
