import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachKnown } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

/** What the baseline standard lets containers add. */
const baseline = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
  ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];

/** Containers add no capability that reaches beyond them. */
export const k8sCapabilitiesBaseline = podRule({
  name: "k8s-capabilities-baseline",
  title: "Containers add capabilities of the baseline standard only.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.2.9"] },
  parameters: exemptImages.extend({
    /** Capabilities that containers may add; `*` for all. */
    allowedCapabilities: z.array(z.string()).default(baseline),
  }),
  remediationSteps: "Remove the capability from securityContext.capabilities.add.",
  docs: {
    why: "Capabilities such as SYS_ADMIN or NET_ADMIN let a container take over its node or read its neighbours' traffic.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          securityContext: { capabilities: { add: ["NET_BIND_SERVICE"] } },
        },
      ],
    },
  },
  check(pod, report, { exemptImages: exempt, allowedCapabilities: allowed }) {
    if (allowed.includes("*")) return;
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) =>
      forEachKnown(securityContext?.capabilities?.add, (capability) => {
        if (!allowed.includes(capability)) {
          report(`${where} adds a capability that is not allowed: take it out of securityContext.capabilities.add`);
        }
      }),
    );
  },
});
