import { k8sResourceRequests } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-resource-requests";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const requests = "spec.containers.0.resources.requests";

testPodRule(k8sResourceRequests, {
  bad: {
    "no resources": { unset: ["spec.containers.0.resources"] },
    "no CPU": { unset: [`${requests}.cpu`] },
    "no memory": { unset: [`${requests}.memory`] },
    "limits alone": { unset: [requests], set: { "spec.containers.0.resources.limits": { cpu: "1", memory: "1Gi" } } },
    "an init container's": { set: { "spec.initContainers": [{ name: "init" }] } },
    "one beside an unknown container": { set: { "spec.containers": [unknown, { name: "app" }] } },
    "more CPU than is allowed": { set: { [`${requests}.cpu`]: "2" }, configuration: { maxCpu: "1500m" } },
    "more memory than is allowed": { set: { [`${requests}.memory`]: "2Gi" }, configuration: { maxMemory: "1Gi" } },
    "memory that is no quantity": { set: { [`${requests}.memory`]: "much" }, configuration: { maxMemory: "1Gi" } },
  },
  good: {
    "the pod's": { unset: [requests], set: { "spec.resources.requests": { cpu: "1", memory: "1Gi" } } },
    "an unknown quantity": { set: { [`${requests}.cpu`]: unknown } },
    "an ephemeral container, which cannot ask": { set: { "spec.ephemeralContainers": [{ name: "debug" }] } },
    "as much as is allowed": { configuration: { maxCpu: 0.1, maxMemory: "64Mi" } },
    "an exempt image": { unset: [requests], configuration: { exemptImages: ["registry.k8s.io/*"] } },
  },
  unknown: [requests, "spec.containers"],
});
