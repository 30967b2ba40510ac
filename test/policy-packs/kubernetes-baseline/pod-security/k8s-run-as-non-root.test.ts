import { k8sRunAsNonRoot } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-run-as-non-root";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const pod = "spec.securityContext";
const nonRoot = { name: "app", securityContext: { runAsNonRoot: true } };

testPodRule(k8sRunAsNonRoot, {
  bad: {
    "the image's user": { unset: [pod] },
    "a user alone, which a container may override": { unset: [`${pod}.runAsNonRoot`] },
    "one container that does not say": { unset: [pod], set: { "spec.containers": [nonRoot, { name: "other" }] } },
    "an init container that does not say": {
      unset: [pod],
      set: { "spec.containers": [nonRoot], "spec.initContainers": [{ name: "init" }] },
    },
    "no containers": { unset: [pod, "spec.containers"] },
  },
  good: {
    "every container's own": { unset: [pod], set: { "spec.containers": [nonRoot] } },
    "no user": { unset: [`${pod}.runAsUser`] },
    "users of its own": { unset: [pod], set: { "spec.hostUsers": false } },
  },
  unknown: [`${pod}.runAsNonRoot`, `${pod}.runAsUser`, "spec.containers"],
});

const chosen = {
  "a pod that may run as root": { set: { [`${pod}.runAsNonRoot`]: false } },
  "a pod that may although its container may not": {
    set: { [`${pod}.runAsNonRoot`]: false, "spec.containers": [nonRoot] },
  },
  "a container that may run as root": { set: { "spec.containers.0.securityContext.runAsNonRoot": false } },
  "a pod's user 0": { set: { [`${pod}.runAsUser`]: 0 } },
  "a pod's user 0 with unknown containers": { set: { [`${pod}.runAsUser`]: 0, "spec.containers": unknown } },
  "a container's user 0": { set: { "spec.containers.0.securityContext.runAsUser": 0 } },
  "an ephemeral container's user 0": {
    set: { "spec.ephemeralContainers": [{ name: "debug", securityContext: { runAsUser: 0 } }] },
  },
  "users of its own under older standards": {
    set: { [`${pod}.runAsUser`]: 0, "spec.hostUsers": false },
    configuration: { version: "v1.34" },
  },
};
testRule(k8sRunAsNonRoot, { bad: chosen, notRemediated: Object.keys(chosen) });
