import { k8sNoAutomountToken } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-no-automount-token";
import { testPodRule } from "../../../support/pods";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const account = "kubernetes:core/v1:ServiceAccount";
const mounts = "spec.automountServiceAccountToken";

testPodRule(k8sNoAutomountToken, {
  bad: {
    "a pod that does not say": { unset: [mounts] },
    "another account than is allowed": {
      unset: [mounts],
      set: { "spec.serviceAccountName": "web" },
      configuration: { allowedServiceAccounts: ["controller"] },
    },
  },
  good: {
    "unknown containers": { set: { "spec.containers": unknown } },
    "an allowed account": {
      set: { [mounts]: true, "spec.serviceAccountName": "controller" },
      configuration: { allowedServiceAccounts: ["controller"] },
    },
  },
  unknown: [mounts, "spec"],
});

testRule(k8sNoAutomountToken, {
  bad: {
    "a pod that asks for it": { set: { [mounts]: true } },
    "a service account that does not say": { of: account, unset: ["automountServiceAccountToken"] },
    "a service account that gives it": { of: account, set: { automountServiceAccountToken: true } },
  },
  good: {
    "an allowed service account": {
      of: account,
      unset: ["automountServiceAccountToken"],
      configuration: { allowedServiceAccounts: ["shop"] },
    },
  },
  notRemediated: ["a pod that asks for it", "a service account that gives it"],
});
