import { k8sMemoryLimit } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-memory-limit";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const limits = "spec.containers.0.resources.limits";

testPodRule(k8sMemoryLimit, {
  bad: {
    "no resources": { unset: ["spec.containers.0.resources"] },
    "no memory": { unset: [`${limits}.memory`] },
    "a request alone": { unset: [limits], set: { "spec.containers.0.resources.requests": { memory: "1Gi" } } },
    "an init container's": { set: { "spec.initContainers": [{ name: "init" }] } },
    "no CPU, where that is asked": { unset: [`${limits}.cpu`], configuration: { cpu: true } },
    "no CPU, where that has a largest value": { unset: [`${limits}.cpu`], configuration: { maxCpu: "1" } },
    "more memory than is allowed": { set: { [`${limits}.memory`]: "2Gi" }, configuration: { maxMemory: "1Gi" } },
    "more CPU than is allowed": { set: { [`${limits}.cpu`]: 2 }, configuration: { maxCpu: "1" } },
  },
  good: {
    "no CPU": { unset: [`${limits}.cpu`] },
    "the pod's": { unset: [limits], set: { "spec.resources.limits": { memory: "1Gi" } } },
    "an unknown quantity": { set: { [`${limits}.memory`]: unknown } },
    "as much as is allowed": { configuration: { maxCpu: "0.5", maxMemory: "128Mi" } },
  },
  unknown: [limits, "spec.containers.0"],
});
