import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { contextOf, runsOnWindows } from "../../../core/pod-security";
import { forEachKnown, judgeAll } from "../../../core/unknown";
import { forEachJudgedContainer, forEachWritableContainer } from "../../../core/workload";

/** Containers give up the capabilities that a runtime would leave them. */
export const k8sDropAllCapabilities = podRule({
  name: "k8s-drop-all-capabilities",
  title: "Containers drop all capabilities and add at most NET_BIND_SERVICE.",
  severity: "medium",
  controls: { "cis-kubernetes-1.11": ["5.2.8", "5.2.10"] },
  parameters: exemptImages.extend({
    /** Capabilities that containers may add again. */
    allowedCapabilities: z.array(z.string()).default(["NET_BIND_SERVICE"]),
  }),
  remediationSteps:
    'Set securityContext.capabilities.drop to ["ALL"], and add NET_BIND_SERVICE where a port below 1024 is needed.',
  docs: {
    why: "A runtime leaves a container a dozen capabilities, such as forging packets, that few programs use but intruders do.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          securityContext: { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } },
        },
      ],
    },
  },
  check(pod, report, { exemptImages: exempt, allowedCapabilities: allowed }) {
    if (runsOnWindows(pod.spec)) return;
    forEachJudgedContainer(pod, exempt, ({ securityContext }, where) => {
      const capabilities = securityContext?.capabilities;
      judgeAll(
        () => {
          if (!capabilities?.drop?.includes("ALL")) {
            report(`${where} keeps the runtime's capabilities: set securityContext.capabilities.drop to ["ALL"]`);
          }
        },
        () =>
          forEachKnown(capabilities?.add, (capability) => {
            if (!allowed.includes(capability)) {
              report(`${where} adds a capability: take it out of securityContext.capabilities.add`);
            }
          }),
      );
    });
  },
  remediate(spec, { exemptImages: exempt }) {
    if (runsOnWindows(spec)) return;
    // What a container adds it may need: only the dropping is mended.
    forEachWritableContainer(spec, exempt, (container) => {
      const context = contextOf(container);
      context.capabilities ??= {};
      if (!context.capabilities.drop?.includes("ALL")) context.capabilities.drop = ["ALL"];
    });
  },
});
