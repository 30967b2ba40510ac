import { k8sNoWindowsHostProcess } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-windows-host-process";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const container = { name: "other", securityContext: { windowsOptions: { hostProcess: true } } };

testPodRule(k8sNoWindowsHostProcess, {
  bad: {
    "a pod": { set: { "spec.securityContext.windowsOptions.hostProcess": true } },
    "a pod with unknown containers": {
      set: { "spec.securityContext.windowsOptions.hostProcess": true, "spec.containers": unknown },
    },
    "a container": { set: { "spec.containers.1": container } },
    "an init container": { set: { "spec.initContainers": [container] } },
    "an ephemeral container": { set: { "spec.ephemeralContainers": [container] } },
    "a container in an unknown pod": { set: { "spec.securityContext": unknown, "spec.containers.1": container } },
  },
  good: {
    "nothing set": { unset: ["spec.securityContext"] },
    "a container that says no": { set: { "spec.containers.0.securityContext.windowsOptions.hostProcess": false } },
  },
  unknown: ["spec.securityContext.windowsOptions.hostProcess", "spec.containers"],
});
