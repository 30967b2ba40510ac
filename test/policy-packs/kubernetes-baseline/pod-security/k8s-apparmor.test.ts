import { k8sApparmor } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-apparmor";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const pod = "spec.securityContext.appArmorProfile";
const key = "container.apparmor.security.beta.kubernetes.io/app";
const unconfined = { appArmorProfile: { type: "Unconfined" } };

testPodRule(k8sApparmor, {
  bad: {
    "an unconfined pod": { set: { [`${pod}.type`]: "Unconfined" } },
    "an unconfined pod with unknown containers": { set: { [`${pod}.type`]: "Unconfined", "spec.containers": unknown } },
    "an unconfined container": { set: { "spec.containers.0.securityContext": unconfined } },
    "an unconfined init container": { set: { "spec.initContainers": [{ name: "init", securityContext: unconfined }] } },
    "an unconfined container behind an unknown one": {
      set: { "spec.containers": [unknown, { name: "app", securityContext: unconfined }] },
    },
    "an unconfined annotation": { set: { "metadata.annotations": { [key]: "unconfined" } } },
    "an annotation that names no profile": { set: { "metadata.annotations": { [key]: "dummy" } } },
    "none, where one is required": { unset: [pod], configuration: { required: true } },
  },
  good: {
    "a profile of the node": { set: { [pod]: { type: "Localhost", localhostProfile: "app" } } },
    "the runtime's default": { unset: [pod] },
    "a good annotation": { unset: [pod], set: { "metadata.annotations": { [key]: "runtime/default" } } },
    "an annotation with the node's profile": { set: { "metadata.annotations": { [key]: "localhost/app" } } },
    "another annotation": { set: { "metadata.annotations": { team: "unconfined" } } },
    "a container's own, where one is required": {
      unset: [pod],
      set: { "spec.containers.0.securityContext.appArmorProfile.type": "RuntimeDefault" },
      configuration: { required: true },
    },
  },
  unknown: [`${pod}.type`, "spec.containers", "metadata.annotations"],
});
