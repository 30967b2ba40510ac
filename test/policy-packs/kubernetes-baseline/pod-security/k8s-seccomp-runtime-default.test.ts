import { k8sSeccompRuntimeDefault } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-seccomp-runtime-default";
import { testPodRule } from "../../../support/pods";
import { testRule } from "../../../support/rule";

const pod = "spec.securityContext.seccompProfile";
const confined = { name: "app", securityContext: { seccompProfile: { type: "RuntimeDefault" } } };
const bare = { name: "other", image: "safe.example.com/other" };

testPodRule(k8sSeccompRuntimeDefault, {
  bad: {
    "nothing set": { unset: ["spec.securityContext"] },
    "one container without": { unset: [pod], set: { "spec.containers": [confined, bare] } },
    "an init container without": {
      unset: [pod],
      set: { "spec.containers": [confined], "spec.initContainers": [bare] },
    },
    "no containers": { unset: [pod, "spec.containers"] },
    "an annotation, which nothing reads any more": {
      unset: [pod],
      set: { "metadata.annotations": { "seccomp.security.alpha.kubernetes.io/pod": "runtime/default" } },
    },
  },
  good: {
    "every container's own": { unset: [pod], set: { "spec.containers": [confined] } },
    "a profile of the node": { set: { [pod]: { type: "Localhost", localhostProfile: "app.json" } } },
    "a pod on Windows": { unset: [pod], set: { "spec.os.name": "windows" } },
    "none, where kubelets see to it": { unset: [pod], configuration: { required: false } },
    "an exempt image": {
      unset: [pod],
      set: { "spec.containers": [confined, bare] },
      configuration: { exemptImages: ["safe.example.com/*"] },
    },
  },
  unknown: [`${pod}.type`, "spec.containers", "spec.securityContext"],
});

const chosen = {
  "an unconfined pod": { set: { [`${pod}.type`]: "Unconfined" } },
  "an unconfined container": {
    set: { "spec.containers.0.securityContext.seccompProfile.type": "Unconfined" },
  },
  "an unconfined container where kubelets see to it": {
    set: { "spec.containers.0.securityContext.seccompProfile.type": "Unconfined" },
    configuration: { required: false },
  },
};
testRule(k8sSeccompRuntimeDefault, { bad: chosen, notRemediated: Object.keys(chosen) });
