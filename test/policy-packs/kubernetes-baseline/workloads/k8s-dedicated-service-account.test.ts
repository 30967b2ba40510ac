import { k8sDedicatedServiceAccount } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-dedicated-service-account";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";

const account = "spec.serviceAccountName";

testPodRule(k8sDedicatedServiceAccount, {
  bad: {
    none: { unset: [account] },
    "an empty name": { set: { [account]: "" } },
    "the default": { set: { [account]: "default" } },
    "the default by the older name": { unset: [account], set: { "spec.serviceAccount": "default" } },
  },
  good: {
    "the older name": { unset: [account], set: { "spec.serviceAccount": "shop" } },
    "unknown containers": { set: { "spec.containers": unknown } },
  },
  unknown: [account, "spec"],
});
