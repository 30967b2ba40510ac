import { k8sProcMount } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-proc-mount";
import { testPodRule } from "../../../support/pods";

const path = "spec.containers.0.securityContext.procMount";
const unmasked = { name: "other", securityContext: { procMount: "Unmasked" } };

testPodRule(k8sProcMount, {
  bad: {
    "an unmasked container": { set: { [path]: "Unmasked" } },
    "an unmasked init container": { set: { "spec.initContainers": [unmasked] } },
    "an unmasked ephemeral container": { set: { "spec.ephemeralContainers": [unmasked] } },
    "the node's users": { set: { [path]: "Unmasked", "spec.hostUsers": true } },
    "own users under older standards": {
      set: { [path]: "Unmasked", "spec.hostUsers": false },
      configuration: { version: "v1.34" },
    },
  },
  good: {
    "nothing set": { unset: ["spec.containers.0.securityContext"] },
    "own users": { set: { [path]: "Unmasked", "spec.hostUsers": false } },
    "own users under the standards of 1.35": {
      set: { [path]: "Unmasked", "spec.hostUsers": false },
      configuration: { version: "v1.35" },
    },
  },
  unknown: [path],
});
