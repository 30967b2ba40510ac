import { k8sSeccompNotUnconfined } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-seccomp-not-unconfined";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const pod = "spec.securityContext.seccompProfile";
const unconfined = { name: "other", securityContext: { seccompProfile: { type: "Unconfined" } } };
const local = { type: "Localhost", localhostProfile: "profiles/app.json" };

testPodRule(k8sSeccompNotUnconfined, {
  bad: {
    "an unconfined pod": { set: { [`${pod}.type`]: "Unconfined" } },
    "an unconfined container": { set: { "spec.containers.0": unconfined } },
    "an unconfined init container": { set: { "spec.initContainers": [unconfined] } },
    "an unconfined container in a pod that is unknown": { set: { [pod]: unknown, "spec.containers.0": unconfined } },
    "a type that there is not": { set: { [`${pod}.type`]: "LocalPort" } },
    "an unconfined annotation": {
      set: { "metadata.annotations": { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } },
    },
    "a container's unconfined annotation": {
      set: { "metadata.annotations": { "container.seccomp.security.alpha.kubernetes.io/app": "unconfined" } },
    },
    "another profile than is allowed": {
      set: { [pod]: local },
      configuration: { allowedLocalhostProfiles: ["profiles/other.json"] },
    },
  },
  good: {
    "nothing set": { unset: ["spec.securityContext"] },
    "a profile of the node": { set: { [pod]: local } },
    "an allowed profile of the node": {
      set: { [pod]: local },
      configuration: { allowedLocalhostProfiles: ["profiles/app.json"] },
    },
    "an annotation": {
      set: { "metadata.annotations": { "seccomp.security.alpha.kubernetes.io/pod": "runtime/default" } },
    },
  },
  unknown: [`${pod}.type`, "spec.containers"],
});
