import { k8sNoPrivilegeEscalation } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-privilege-escalation";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const context = "spec.containers.0.securityContext";

testPodRule(k8sNoPrivilegeEscalation, {
  bad: {
    "the default": { unset: [context] },
    "a context that does not say": { set: { [context]: { capabilities: { drop: ["ALL"] } } } },
    "a container that allows it": { set: { [`${context}.allowPrivilegeEscalation`]: true } },
    "a second container": { set: { "spec.containers.1": { name: "other" } } },
    "an init container": { set: { "spec.initContainers": [{ name: "init" }] } },
    "an ephemeral container": { set: { "spec.ephemeralContainers": [{ name: "debug" }] } },
  },
  good: {
    "a pod on Windows": { unset: [context], set: { "spec.os.name": "windows" } },
    "an exempt image": { unset: [context], configuration: { exemptImages: ["registry.k8s.io/*"] } },
    "an unknown image": { set: { "spec.containers.0.image": unknown } },
  },
  unknown: [`${context}.allowPrivilegeEscalation`, "spec.containers", "spec.containers.0"],
});
