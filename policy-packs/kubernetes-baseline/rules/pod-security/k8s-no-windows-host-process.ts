import { podRule } from "../../../core/pod-rule";
import { judgeAll } from "../../../core/unknown";
import { forEachContainer } from "../../../core/workload";

/** Windows containers are no processes of their node. */
export const k8sNoWindowsHostProcess = podRule({
  name: "k8s-no-windows-host-process",
  title: "No Windows container is a process of its node.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.2.11"] },
  remediationSteps: "Leave securityContext.windowsOptions.hostProcess out, or set it to false.",
  docs: {
    why: "A HostProcess container has the rights of an administrator on its Windows node.",
    good: {
      securityContext: { windowsOptions: { hostProcess: false } },
      containers: [{ name: "app", image: "registry.k8s.io/pause:3.10" }],
    },
  },
  check(pod, report) {
    judgeAll(
      () => {
        if (pod.spec.securityContext?.windowsOptions?.hostProcess === true) {
          report(
            "the pod's containers are processes of its node: set securityContext.windowsOptions.hostProcess to false",
          );
        }
      },
      () =>
        forEachContainer(pod, ({ securityContext }, where) => {
          if (securityContext?.windowsOptions?.hostProcess === true) {
            report(`${where} is a process of its node: set securityContext.windowsOptions.hostProcess to false`);
          }
        }),
    );
  },
});
