import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { contextOf, runsOnWindows } from "../../../core/pod-security";
import { isNonEmpty, isSet } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

const confined: readonly unknown[] = ["RuntimeDefault", "Localhost"];

/**
 * Every container runs under a seccomp profile.
 *
 * The annotations that said so before are ignored since Kubernetes 1.27
 * (kubernetes.io/docs/tutorials/security/seccomp), and so do not count.
 */
export const k8sSeccompRuntimeDefault = podRule({
  name: "k8s-seccomp-runtime-default",
  title: "The pod or each container has the runtime's or the node's seccomp profile.",
  severity: "medium",
  controls: { "cis-kubernetes-1.11": ["5.6.2"] },
  parameters: exemptImages.extend({
    /** Whether a pod must say so itself: not where all kubelets run with seccompDefault. */
    required: z.boolean().default(true),
  }),
  remediationSteps: "Set the pod's securityContext.seccompProfile.type to RuntimeDefault.",
  docs: {
    why: "Kubernetes runs a container without a profile unconfined, so that holes in rare system calls are open to it.",
    good: {
      securityContext: { seccompProfile: { type: "RuntimeDefault" } },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report, { exemptImages: exempt, required }) {
    const { spec } = pod;
    if (runsOnWindows(spec)) return;
    if (
      isSet(spec.securityContext?.seccompProfile, "type") &&
      !confined.includes(spec.securityContext?.seccompProfile?.type)
    ) {
      report("the pod is unconfined: set securityContext.seccompProfile.type to RuntimeDefault");
    }
    const inherited = !required || isSet(spec.securityContext?.seccompProfile, "type");
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      const own = securityContext?.seccompProfile;
      if (isSet(own, "type") ? !confined.includes(own?.type) : !inherited) {
        report(`${where} has no seccomp profile: set securityContext.seccompProfile.type to RuntimeDefault`);
      }
    });
    if (!isNonEmpty(spec, "containers") && !inherited) {
      report("the pod has no seccomp profile: set securityContext.seccompProfile.type to RuntimeDefault");
    }
  },
  remediate(spec) {
    // A profile that somebody chose, if only none, is theirs to change.
    if (!runsOnWindows(spec)) contextOf(spec).seccompProfile ??= { type: "RuntimeDefault" };
  },
});
