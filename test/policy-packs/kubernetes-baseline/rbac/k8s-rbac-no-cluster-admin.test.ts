import { k8sRbacNoClusterAdmin } from "../../../../policy-packs/kubernetes-baseline/rules/rbac/k8s-rbac-no-cluster-admin";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const of = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";

testRule(k8sRbacNoClusterAdmin, {
  bad: {
    "cluster-admin for a namespace": { set: { "roleRef.name": "cluster-admin" } },
    "cluster-admin for the cluster": { of, set: { "roleRef.name": "cluster-admin" } },
    "cluster-admin for unknown subjects": { of, set: { "roleRef.name": "cluster-admin", subjects: unknown } },
    "system:masters with an unknown role": { of, set: { roleRef: unknown, "subjects.0.name": "system:masters" } },
    "the group that nothing restricts": { of, set: { "subjects.0.name": "system:masters" } },
    everybody: { of, set: { "subjects.0.name": "system:unauthenticated" } },
    "the anonymous user": { of, set: { "subjects.0": { kind: "User", name: "system:anonymous" } } },
    "a default service account": { set: { "subjects.0.name": "default" } },
    "one behind an unknown subject": { set: { subjects: [unknown, { kind: "Group", name: "system:masters" }] } },
    "system:masters, whatever role": {
      of,
      set: { "subjects.0.name": "system:masters" },
      configuration: { allowedRoles: ["view"] },
    },
  },
  good: {
    "no subjects": { unset: ["subjects"] },
    "a group that is called default": { of, set: { "subjects.0.name": "default" } },
    "everybody, for an allowed role": {
      of,
      set: { "subjects.0.name": "system:unauthenticated" },
      configuration: { allowedRoles: ["view"] },
    },
  },
  unknown: ["roleRef.name", "subjects", "subjects.0.name"],
});
