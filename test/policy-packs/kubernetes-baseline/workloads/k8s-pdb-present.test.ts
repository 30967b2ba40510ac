import { k8sPdbPresent } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-pdb-present";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "shop-budget";

testRule(k8sPdbPresent, {
  bad: {
    "no budget": { without: [of] },
    "a budget for other pods": { of, set: { "spec.selector.matchLabels": { app: "other" } } },
    "a budget for pods with a further label": { of, set: { "spec.selector.matchLabels.tier": "web" } },
    "a budget of another namespace": { of, set: { "metadata.namespace": "other" } },
    "a budget without a selector": { of, unset: ["spec.selector"] },
    "a budget that lets none go": { of, set: { "spec.maxUnavailable": 0 } },
    "a budget that lets no part go": { of, set: { "spec.maxUnavailable": "0%" } },
    "a budget that keeps all": { of, unset: ["spec.maxUnavailable"], set: { "spec.minAvailable": 3 } },
    "a budget that keeps every part": { of, unset: ["spec.maxUnavailable"], set: { "spec.minAvailable": "100%" } },
    "a StatefulSet without": {
      add: [
        {
          type: "kubernetes:apps/v1:StatefulSet",
          name: "database",
          props: {
            metadata: { namespace: "shop" },
            spec: { replicas: 3, selector: { matchLabels: { app: "database" } } },
          },
        },
      ],
    },
  },
  good: {
    "one replica": { set: { "spec.replicas": 1 }, without: [of] },
    "the default of one replica": { unset: ["spec.replicas"], without: [of] },
    "a budget by an expression": {
      of,
      set: { "spec.selector": { matchExpressions: [{ key: "app", operator: "In", values: ["shop"] }] } },
    },
    "a budget for all pods of the namespace": { of, set: { "spec.selector": {} } },
    "a budget that keeps fewer": { of, unset: ["spec.maxUnavailable"], set: { "spec.minAvailable": 2 } },
    "a budget that keeps a part": { of, unset: ["spec.maxUnavailable"], set: { "spec.minAvailable": "50%" } },
  },
  unknown: ["spec.replicas", "spec.template", "metadata.namespace"],
});

testRule(k8sPdbPresent, {
  bad: {
    "a budget that lets none go, for unknown pods": { of, set: { "spec.maxUnavailable": 0, "spec.selector": unknown } },
  },
});
