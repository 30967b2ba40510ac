import { k8sLivenessProbe } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-liveness-probe";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const probe = "spec.containers.0.livenessProbe";

testPodRule(k8sLivenessProbe, {
  bad: {
    "no probe": { unset: [probe] },
    "another probe": { unset: [probe], set: { "spec.containers.0.startupProbe": { tcpSocket: { port: 80 } } } },
    "a second container without": { set: { "spec.containers.1": { name: "other" } } },
    "one behind an unknown container": { set: { "spec.containers": [unknown, { name: "other" }] } },
  },
  good: {
    "an init container, which is not asked": { set: { "spec.initContainers": [{ name: "init" }] } },
    "a pod that ends": { unset: [probe], set: { "spec.restartPolicy": "Never" } },
    "an unknown probe": { set: { [probe]: unknown } },
    "a command": { set: { [probe]: { exec: { command: ["true"] } } } },
  },
  unknown: ["spec.containers", "spec.restartPolicy"],
});
