import { k8sReadonlyRootFilesystem } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-readonly-root-filesystem";
import { testPodRule } from "../../../support/pods";

const context = "spec.containers.0.securityContext";

testPodRule(k8sReadonlyRootFilesystem, {
  bad: {
    "the default": { unset: [context] },
    "a writable root": { set: { [`${context}.readOnlyRootFilesystem`]: false } },
    "a second container": { set: { "spec.containers.1": { name: "other" } } },
    "an init container": { set: { "spec.initContainers": [{ name: "init", securityContext: {} }] } },
    "an ephemeral container": { set: { "spec.ephemeralContainers": [{ name: "debug" }] } },
    "an image that is not exempt": {
      unset: [context],
      configuration: { exemptImages: ["k8s.io/*", "registry.k8s.io/pause"] },
    },
  },
  good: {
    "a pod on Windows": { unset: [context], set: { "spec.os.name": "windows" } },
    "an exempt image": { unset: [context], configuration: { exemptImages: ["registry.k8s.io/pause:3.10"] } },
  },
  unknown: [`${context}.readOnlyRootFilesystem`, "spec.containers"],
});
