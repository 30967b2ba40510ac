import { k8sDropAllCapabilities } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-drop-all-capabilities";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const path = "spec.containers.0.securityContext.capabilities";

testPodRule(k8sDropAllCapabilities, {
  bad: {
    "no security context": { unset: ["spec.containers.0.securityContext"] },
    "no capabilities": { unset: [path] },
    "nothing dropped": { set: { [`${path}.drop`]: [] } },
    "some dropped": { set: { [`${path}.drop`]: ["NET_RAW", "SYS_ADMIN"] } },
    "lower case, which the standard does not know": { set: { [`${path}.drop`]: ["all"] } },
    "an init container": { set: { "spec.initContainers": [{ name: "init" }] } },
    "an ephemeral container": { set: { "spec.ephemeralContainers": [{ name: "debug" }] } },
  },
  good: {
    "nothing added": { unset: [`${path}.add`] },
    "ALL among others": { set: { [`${path}.drop`]: ["NET_RAW", "ALL"] } },
    "a pod on Windows": { set: { "spec.os": { name: "windows" } }, unset: [path] },
    "an exempt image": {
      unset: [path],
      configuration: { exemptImages: ["registry.k8s.io/pause:*"] },
    },
  },
  unknown: [`${path}.drop`, "spec.containers", "spec.os"],
});

testRule(k8sDropAllCapabilities, {
  bad: {
    "an added capability": { set: { [`${path}.add`]: ["CHOWN"] } },
    "an added capability behind an unknown one": { set: { [`${path}.add`]: [unknown, "CHOWN"] } },
  },
  notRemediated: ["an added capability", "an added capability behind an unknown one"],
});
