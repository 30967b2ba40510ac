import { k8sRbacNoEscalation } from "../../../../policy-packs/kubernetes-baseline/rules/rbac/k8s-rbac-no-escalation";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
const rbac = "rbac.authorization.k8s.io";
const rule = (group: string, resource: string, ...verbs: string[]) => ({
  of,
  set: { "rules.1": { apiGroups: [group], resources: [resource], verbs } },
});

testRule(k8sRbacNoEscalation, {
  bad: {
    "roles to bind": rule(rbac, "clusterroles", "bind"),
    "roles to escalate": rule(rbac, "roles", "get", "escalate"),
    "bindings to bind": rule(rbac, "rolebindings", "bind"),
    "users to act as": rule("", "users", "impersonate"),
    "accounts to act as": rule("", "serviceaccounts", "impersonate"),
    "pods to create": rule("", "pods", "get", "create"),
    "pods by a pattern": rule("", "p*ds", "create"),
    "commands to run": rule("", "pods/exec", "create"),
    "commands to run in any resource": rule("", "*/exec", "get"),
    "containers to add": rule("", "pods/ephemeralcontainers", "patch"),
    "kubelets to call": rule("", "nodes/proxy", "get"),
    "tokens to make": rule("", "serviceaccounts/token", "create"),
    "certificates to approve": rule("certificates.k8s.io", "certificatesigningrequests/approval", "update"),
    "signers to approve for": rule("certificates.k8s.io", "signers", "approve"),
    "webhooks to change": rule("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "patch"),
    "all verbs": rule(rbac, "roles", "*"),
    "all resources": rule("", "*", "create"),
    "all groups": rule("*", "pods", "create"),
    "in one namespace": { set: { "rules.0": { apiGroups: [""], resources: ["pods"], verbs: ["create"] } } },
    "behind an unknown rule": {
      set: { rules: [unknown, { apiGroups: [""], resources: ["pods"], verbs: ["create"] }] },
    },
  },
  good: {
    "pods to read": rule("", "pods", "get", "list", "watch"),
    "pods of another group": rule("metrics.k8s.io", "pods", "create"),
    "roles to read": rule(rbac, "roles", "get", "list"),
    "webhooks to read": rule("admissionregistration.k8s.io", "validatingwebhookconfigurations", "get"),
    "logs to read": rule("", "pods/log", "get"),
    "no rules": { unset: ["rules"] },
  },
  unknown: ["rules", "rules.0", "rules.0.apiGroups"],
});
