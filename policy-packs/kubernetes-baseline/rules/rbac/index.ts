import type { Rule } from "../../../core/rule";
import { k8sRbacNoClusterAdmin } from "./k8s-rbac-no-cluster-admin";
import { k8sRbacNoEscalation } from "./k8s-rbac-no-escalation";
import { k8sRbacNoSecretRead } from "./k8s-rbac-no-secret-read";
import { k8sRbacNoWildcard } from "./k8s-rbac-no-wildcard";

export const rbacRules: readonly Rule[] = [
  k8sRbacNoClusterAdmin,
  k8sRbacNoEscalation,
  k8sRbacNoSecretRead,
  k8sRbacNoWildcard,
];
