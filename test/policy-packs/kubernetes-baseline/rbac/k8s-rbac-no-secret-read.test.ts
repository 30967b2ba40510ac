import { k8sRbacNoSecretRead } from "../../../../policy-packs/kubernetes-baseline/rules/rbac/k8s-rbac-no-secret-read";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

testRule(k8sRbacNoSecretRead, {
  bad: {
    "secrets of the cluster": { of, unset: ["rules.0.resourceNames"] },
    "secrets of a namespace": { unset: ["rules.0.resourceNames"] },
    "no names": { set: { "rules.0.resourceNames": [] } },
    "a list": { of, unset: ["rules.0.resourceNames"], set: { "rules.0.verbs": ["list"] } },
    "a watch": { of, unset: ["rules.0.resourceNames"], set: { "rules.0.verbs": ["watch"] } },
    "all verbs on all resources": {
      of,
      set: { "rules.1": { apiGroups: ["*"], resources: ["*"], verbs: ["*"] } },
    },
    "a rule behind an unknown one": {
      set: { rules: [unknown, { apiGroups: [""], resources: ["secrets"], verbs: ["get"] }] },
    },
  },
  good: {
    "secrets to create": { of, unset: ["rules.0.resourceNames"], set: { "rules.0.verbs": ["create"] } },
    "another resource": { unset: ["rules.0.resourceNames"], set: { "rules.0.resources": ["configmaps"] } },
    "unknown names": { set: { "rules.0.resourceNames": unknown } },
    "no rules": { unset: ["rules"] },
  },
  unknown: ["rules", "rules.0.verbs"],
});
