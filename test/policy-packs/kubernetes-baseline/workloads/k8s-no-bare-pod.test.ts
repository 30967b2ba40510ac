import { k8sNoBarePod } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-no-bare-pod";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(k8sNoBarePod, {
  bad: {
    "no owner": { unset: ["metadata.ownerReferences"] },
    "an empty list of owners": { set: { "metadata.ownerReferences": [] } },
    "no metadata": { unset: ["metadata"] },
    "a pod that ends": { unset: ["metadata"], set: { "spec.restartPolicy": "Never" } },
  },
  good: { "an unknown owner": { set: { "metadata.ownerReferences": unknown } } },
  unknown: ["metadata"],
});
