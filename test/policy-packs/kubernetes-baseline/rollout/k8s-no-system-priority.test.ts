import { k8sNoSystemPriority } from "../../../../policy-packs/kubernetes-baseline/rules/rollout/k8s-no-system-priority";
import { testRule } from "../../../support/rule";

const deployment = "kubernetes:apps/v1:Deployment";
const priorityClass = "kubernetes:scheduling.k8s.io/v1:PriorityClass";
const ofDeployment = "spec.template.spec.priorityClassName";

testRule(k8sNoSystemPriority, {
  bad: {
    "a pod": { set: { "spec.priorityClassName": "system-node-critical" } },
    "a Deployment": { of: deployment, set: { [ofDeployment]: "system-cluster-critical" } },
    "a Deployment of no namespace": {
      of: deployment,
      unset: ["metadata"],
      set: { [ofDeployment]: "system-cluster-critical" },
    },
    "a CronJob": {
      of: "kubernetes:batch/v1:CronJob",
      set: { "spec.jobTemplate.spec.template.spec.priorityClassName": "system-cluster-critical" },
    },
    "a default that puts others off": {
      of: priorityClass,
      unset: ["preemptionPolicy"],
      set: { globalDefault: true },
    },
    "a default that says that it puts others off": {
      of: priorityClass,
      set: { globalDefault: true, preemptionPolicy: "PreemptLowerPriority" },
    },
  },
  good: {
    "what a cluster needs": {
      of: deployment,
      set: { "metadata.namespace": "kube-system", [ofDeployment]: "system-cluster-critical" },
    },
    "a namespace that a company calls a system's": {
      of: deployment,
      set: { "metadata.namespace": "karpenter", [ofDeployment]: "system-cluster-critical" },
      configuration: { systemNamespaces: ["kube-system", "karpenter"] },
    },
    "no class": { of: deployment, unset: [ofDeployment] },
    "a default that waits": { of: priorityClass, set: { globalDefault: true } },
    "nothing at all": { props: {} },
  },
  unknown: ["spec", "spec.priorityClassName"],
});
