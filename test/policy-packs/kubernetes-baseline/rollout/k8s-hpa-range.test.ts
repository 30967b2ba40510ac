import { k8sHpaRange } from "../../../../policy-packs/kubernetes-baseline/rules/rollout/k8s-hpa-range";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sHpaRange, {
  bad: {
    "the default minimum": { unset: ["spec.minReplicas"] },
    "one replica": { set: { "spec.minReplicas": 1 } },
    "as many at most as at least": { set: { "spec.minReplicas": 3, "spec.maxReplicas": 3 } },
    "fewer at most than at least": { set: { "spec.maxReplicas": 1 } },
    "no maximum": { unset: ["spec.maxReplicas"] },
    "nothing at all": { props: {} },
    "the older version": { of: "kubernetes:autoscaling/v1:HorizontalPodAutoscaler", unset: ["spec.minReplicas"] },
    "fewer than a company keeps": { configuration: { minReplicas: 3 } },
    "too few, while the maximum is unknown": { set: { "spec.minReplicas": 1, "spec.maxReplicas": unknown } },
  },
  good: {
    "one more than at least": { set: { "spec.maxReplicas": 3 } },
    "one where that is enough": { set: { "spec.minReplicas": 1 }, configuration: { minReplicas: 1 } },
  },
  unknown: ["spec", "spec.minReplicas", "spec.maxReplicas"],
});
