import { k8sRbacNoWildcard } from "../../../../policy-packs/kubernetes-baseline/rules/rbac/k8s-rbac-no-wildcard";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";

testRule(k8sRbacNoWildcard, {
  bad: {
    "all verbs": { set: { "rules.0.verbs": ["*"] } },
    "all verbs beside one": { set: { "rules.0.verbs": ["get", "*"] } },
    "all resources": { of, set: { "rules.0.resources": ["*"] } },
    "all API groups": { of, set: { "rules.0.apiGroups": ["*"] } },
    "all other paths": { of, set: { "rules.1": { nonResourceURLs: ["*"], verbs: ["get"] } } },
    "a second rule behind an unknown one": { set: { rules: [unknown, { verbs: ["*"] }] } },
    "resources beside unknown groups": { set: { "rules.0.apiGroups": unknown, "rules.0.resources": ["*"] } },
  },
  good: {
    "no rules": { unset: ["rules"] },
    "paths below one": { of, set: { "rules.1": { nonResourceURLs: ["/metrics/*"], verbs: ["get"] } } },
    "a rule without verbs": { unset: ["rules.0.verbs"] },
  },
  unknown: ["rules", "rules.0.verbs", "rules.0.resources"],
});
