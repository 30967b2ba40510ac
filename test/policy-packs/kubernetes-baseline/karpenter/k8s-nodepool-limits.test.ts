import { k8sNodepoolLimits } from "../../../../policy-packs/kubernetes-baseline/rules/karpenter/k8s-nodepool-limits";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sNodepoolLimits, {
  bad: {
    "no limits": { unset: ["spec.limits"] },
    "limits of nothing": { set: { "spec.limits": {} } },
    "a limit of accelerators only": { set: { "spec.limits": { "nvidia.com/gpu": 8 } } },
    "no spec": { props: {} },
  },
  good: {
    "CPU only": { set: { "spec.limits": { cpu: 1000 } } },
    "memory only": { set: { "spec.limits": { memory: "1000Gi" } } },
    "a limit that is unknown yet": { set: { "spec.limits": { cpu: unknown } } },
    "a pool of a fixed size": { props: { spec: { replicas: 3 } } },
  },
  unknown: ["spec", "spec.limits"],
});
