import { k8sTopologySpread } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-topology-spread";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const constraints = "spec.template.spec.topologySpreadConstraints";
const term = { labelSelector: { matchLabels: { app: "shop" } }, topologyKey: "kubernetes.io/hostname" };
const apart = (given: object) => ({
  unset: [constraints],
  set: { "spec.template.spec.affinity.podAntiAffinity": given },
});

testRule(k8sTopologySpread, {
  bad: {
    nothing: { unset: [constraints] },
    "no constraints": { set: { [constraints]: [] } },
    "a constraint for other pods": { set: { [`${constraints}.0.labelSelector.matchLabels.app`]: "other" } },
    "pods with other labels": {
      of: "kubernetes:apps/v1:StatefulSet",
      set: { "spec.template.metadata.labels": { app: "other" } },
    },
    "affinity for other pods": apart({
      requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, labelSelector: { matchLabels: { app: "other" } } }],
    }),
    "affinity, which brings them together": {
      unset: [constraints],
      set: { "spec.template.spec.affinity.podAffinity": { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
    },
  },
  good: {
    "one replica": { set: { "spec.replicas": 1 }, unset: [constraints] },
    "the default of one replica": { unset: ["spec.replicas", constraints] },
    "required anti-affinity": apart({ requiredDuringSchedulingIgnoredDuringExecution: [term] }),
    "preferred anti-affinity": apart({
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }],
    }),
    "unknown containers": { set: { "spec.template.spec.containers": unknown } },
  },
  unknown: ["spec.replicas", "spec.template"],
});
