import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { hasStandardsOf, standardsVersion } from "../../../core/pod-security";
import { forEachKnown, judgeAll } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

interface Context {
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
}

/** Containers keep the SELinux label that confines them. */
export const k8sSelinux = podRule({
  name: "k8s-selinux",
  title: "SELinux types are those of containers; users and roles are not set.",
  severity: "medium",
  controls: {},
  parameters: z.object({
    ...exemptImages.shape,
    ...standardsVersion.shape,
    /** Types besides those of the baseline standard. */
    allowedTypes: z.array(z.string()).default([]),
  }),
  remediationSteps: "Leave seLinuxOptions.user and role out, and set type, if at all, to container_t.",
  docs: {
    why: "On nodes with SELinux, such as Bottlerocket, another label than a container's opens the node's files and devices.",
    good: {
      securityContext: { seLinuxOptions: { level: "s0:c123,c456", type: "container_t" } },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report, { exemptImages: exempt, version, allowedTypes }) {
    const types = [
      ...["container_t", "container_init_t", "container_kvm_t"],
      ...(hasStandardsOf(31, version) ? ["container_engine_t"] : []),
      ...allowedTypes,
    ];
    const judge = (context: Context | undefined, where: string) =>
      forEachKnown(["type", "user", "role"] as const, (option) => {
        const value = context?.seLinuxOptions?.[option];
        if (!value) return;
        if (option !== "type") report(`${where} sets an SELinux ${option}: remove seLinuxOptions.${option}`);
        else if (!types.includes(value)) {
          report(`${where} has an SELinux type that is no container's: set seLinuxOptions.type to container_t`);
        }
      });
    judgeAll(
      () => judge(pod.spec.securityContext, "the pod"),
      () => forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => judge(securityContext, where)),
    );
  },
});
