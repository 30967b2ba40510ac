import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, judgeAll } from "../../../core/unknown";

const everyone = ["system:anonymous", "system:unauthenticated"];

/** Nobody is made administrator of the cluster, and nothing is given to those that nobody knows. */
export const k8sRbacNoClusterAdmin = resourceRule({
  name: "k8s-rbac-no-cluster-admin",
  title:
    "No binding gives cluster-admin, or anything to system:masters, the unauthenticated or a default service account.",
  severity: "critical",
  types: [
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  ],
  controls: { "cis-kubernetes-1.11": ["5.1.1", "5.1.7"] },
  parameters: z.object({
    /** Roles that may be given to anybody. */
    allowedRoles: z.array(z.string()).default([]),
  }),
  remediationSteps:
    "Bind a role with the few rights that are needed to a group or service account of its own; give administrators an EKS access entry.",
  docs: {
    why: "Whoever holds such a binding, or a token of such an account, holds the cluster; system:masters cannot even be taken back.",
    component: "Cluster gives administrators access entries.",
    good: {
      "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": {
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "deployer" },
        subjects: [{ kind: "ServiceAccount", name: "deployer", namespace: "shop" }],
      },
      "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": {
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
        subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "developers" }],
      },
    },
  },
  check({ props: binding }, report, { allowedRoles }) {
    judgeAll(
      () => {
        if (binding.roleRef?.name === "cluster-admin" && !allowedRoles.includes("cluster-admin")) {
          report("the binding gives all rights: name a role with fewer in roleRef");
        }
      },
      () =>
        forEachKnown(binding.subjects, (subject) => {
          const name = subject.name ?? "";
          if (subject.kind === "Group" && name === "system:masters") {
            report("the binding is for system:masters, which no authorizer restricts: name another group in subjects");
          } else if (subject.kind === "ServiceAccount" && name === "default") {
            report(
              "the binding is for a default service account, and so for every pod without one: name another in subjects",
            );
          } else if (everyone.includes(name) && !allowedRoles.includes(binding.roleRef?.name ?? "")) {
            report("the binding is for everybody who reaches the API server: name a group in subjects");
          }
        }),
    );
  },
});
