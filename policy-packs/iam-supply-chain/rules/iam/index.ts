import type { Rule } from "../../../core/rule";
import { iamNoAccessKeys } from "./iam-no-access-keys";
import { iamNoAdminPolicy } from "./iam-no-admin-policy";
import { iamNoManagedAdmin } from "./iam-no-managed-admin";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation";
import { iamNoUsers } from "./iam-no-users";
import { iamNoWildcardServiceActions } from "./iam-no-wildcard-service-actions";
import { iamPassroleScoped } from "./iam-passrole-scoped";
import { iamPasswordPolicy } from "./iam-password-policy";
import { iamPoliciesOnGroups } from "./iam-policies-on-groups";

export const iamRules: readonly Rule[] = [
  iamNoAccessKeys,
  iamNoAdminPolicy,
  iamNoManagedAdmin,
  iamNoPrivilegeEscalation,
  iamNoUsers,
  iamNoWildcardServiceActions,
  iamPassroleScoped,
  iamPasswordPolicy,
  iamPoliciesOnGroups,
];
