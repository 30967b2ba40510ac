import { k8sCapabilitiesBaseline } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-capabilities-baseline";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const add = "spec.containers.0.securityContext.capabilities.add";
const admin = { name: "other", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } };

testPodRule(k8sCapabilitiesBaseline, {
  bad: {
    "all capabilities": { set: { [add]: ["ALL"] } },
    "one that is not in the baseline": { set: { [add]: ["NET_RAW"] } },
    "one beside an allowed one": { set: { [add]: ["CHOWN", "SYS_TIME"] } },
    "one behind an unknown one": { set: { [add]: [unknown, "SYS_TIME"] } },
    "the name that the kernel uses": { set: { [add]: ["CAP_CHOWN"] } },
    "an init container's": { set: { "spec.initContainers": [admin] } },
    "an ephemeral container's": { set: { "spec.ephemeralContainers": [admin] } },
    "one that the configuration leaves out": { configuration: { allowedCapabilities: ["CHOWN"] } },
  },
  good: {
    "none added": { set: { [add]: [] } },
    "no capabilities": { unset: ["spec.containers.0.securityContext"] },
    "dropped ones": { set: { "spec.containers.0.securityContext.capabilities.drop": ["SYS_ADMIN"] } },
    "one that the configuration allows": {
      set: { [add]: ["NET_RAW"] },
      configuration: { allowedCapabilities: ["NET_RAW"] },
    },
    "any, where all are allowed": { set: { [add]: ["SYS_ADMIN"] }, configuration: { allowedCapabilities: ["*"] } },
  },
  unknown: [add, "spec.containers.0.securityContext"],
});
