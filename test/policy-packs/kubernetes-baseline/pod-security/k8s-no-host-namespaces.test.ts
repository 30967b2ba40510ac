import { k8sNoHostNamespaces } from "../../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-host-namespaces";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

testPodRule(k8sNoHostNamespaces, {
  bad: {
    "the node's network": { set: { "spec.hostNetwork": true } },
    "the node's processes": { set: { "spec.hostPID": true } },
    "the node's shared memory": { set: { "spec.hostIPC": true } },
    "one beside an unknown one": { set: { "spec.hostNetwork": unknown, "spec.hostIPC": true } },
  },
  good: {
    "a pod that says nothing": { unset: ["spec.hostNetwork", "spec.hostPID", "spec.hostIPC"] },
    "unknown containers": { set: { "spec.containers": unknown } },
  },
  unknown: ["spec.hostNetwork", "spec.hostPID", "spec.hostIPC"],
});
