import { k8sImagePullPolicy } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-image-pull-policy";
import { testPodRule } from "../../../support/pods";

const container = "spec.containers.0";

testPodRule(k8sImagePullPolicy, {
  bad: {
    "the default for a tag": { unset: [`${container}.imagePullPolicy`] },
    "only where it is absent": { set: { [`${container}.imagePullPolicy`]: "IfNotPresent" } },
    never: { set: { [`${container}.imagePullPolicy`]: "Never" } },
    "the latest, only where it is absent": {
      set: { [`${container}.imagePullPolicy`]: "IfNotPresent", [`${container}.image`]: "app" },
    },
    "an init container's": { set: { "spec.initContainers": [{ name: "init", image: "busybox:1" }] } },
  },
  good: {
    "the default for the latest": { unset: [`${container}.imagePullPolicy`], set: { [`${container}.image`]: "app" } },
    "a digest": {
      set: { [`${container}.imagePullPolicy`]: "IfNotPresent", [`${container}.image`]: "app@sha256:45b2" },
    },
    "an exempt image": {
      unset: [`${container}.imagePullPolicy`],
      configuration: { exemptImages: ["registry.k8s.io/*"] },
    },
  },
  unknown: [`${container}.image`, `${container}.imagePullPolicy`],
});
