import { k8sNoPrivileged } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-privileged";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const privileged = { name: "other", image: "safe.example.com/other", securityContext: { privileged: true } };

testPodRule(k8sNoPrivileged, {
  bad: {
    "a container": { set: { "spec.containers.0.securityContext.privileged": true } },
    "a second container": { set: { "spec.containers.1": privileged } },
    "a container behind an unknown one": { set: { "spec.containers.0": unknown, "spec.containers.1": privileged } },
    "one in a pod with unknown metadata": { set: { metadata: unknown, "spec.containers.1": privileged } },
    "an init container": { set: { "spec.initContainers": [privileged] } },
    "an ephemeral container": { set: { "spec.ephemeralContainers": [privileged] } },
    "an image that only begins like an exempt one": {
      set: { "spec.containers.1": { ...privileged, image: "safe.example.com.example.org/other" } },
      configuration: { exemptImages: ["safe.example.com/*"] },
    },
  },
  good: {
    "a container that says nothing": { unset: ["spec.containers.0.securityContext"] },
    "an exempt image": {
      set: { "spec.containers.1": privileged },
      configuration: { exemptImages: ["safe.example.com/*"] },
    },
    "a pod without containers": { unset: ["spec.containers"] },
  },
  unknown: ["spec", "spec.containers", "spec.containers.0", "spec.containers.0.securityContext.privileged"],
});
