import { k8sReplicasMin } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-replicas-min";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sReplicasMin, {
  bad: {
    "the default": { unset: ["spec.replicas"] },
    "no spec": { unset: ["spec"] },
    one: { set: { "spec.replicas": 1 } },
    none: { set: { "spec.replicas": 0 } },
    "one of a StatefulSet": { of: "kubernetes:apps/v1:StatefulSet", set: { "spec.replicas": 1 } },
    "one of a ReplicaSet": { of: "kubernetes:apps/v1:ReplicaSet", unset: ["spec.replicas"] },
    "fewer than the configuration asks": { configuration: { minReplicas: 3 } },
    "more than the configuration allows": { set: { "spec.replicas": 100 }, configuration: { maxReplicas: 50 } },
    "one, while something else is ignored": { set: { "spec.replicas": 1 }, options: { ignoreChanges: ["metadata"] } },
  },
  good: {
    "a text": { set: { "spec.replicas": "2" } },
    "one that an autoscaler changes": { set: { "spec.replicas": 1 }, options: { ignoreChanges: ["spec.replicas"] } },
    "one, where that is enough": { unset: ["spec"], configuration: { minReplicas: 1 } },
    "an unknown template": { set: { "spec.template": unknown } },
  },
  unknown: ["spec.replicas", "spec"],
});
