import type { Rule } from "../../../core/rule";
import { iamConfusedDeputy } from "./iam-confused-deputy";
import { iamCrossAccountExternalId } from "./iam-cross-account-external-id";
import { iamNoAccessKeys } from "./iam-no-access-keys";
import { iamNoAdminPolicy } from "./iam-no-admin-policy";
import { iamNoCredentialOrDataExposure } from "./iam-no-credential-or-data-exposure";
import { iamNoManagedAdmin } from "./iam-no-managed-admin";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation";
import { iamNoUsers } from "./iam-no-users";
import { iamNoWildcardResourceWrites } from "./iam-no-wildcard-resource-writes";
import { iamNoWildcardServiceActions } from "./iam-no-wildcard-service-actions";
import { iamOidcBranchScoped } from "./iam-oidc-branch-scoped";
import { iamOidcSubjectScoped } from "./iam-oidc-subject-scoped";
import { iamPassroleScoped } from "./iam-passrole-scoped";
import { iamPasswordPolicy } from "./iam-password-policy";
import { iamPermissionsBoundary } from "./iam-permissions-boundary";
import { iamPoliciesOnGroups } from "./iam-policies-on-groups";
import { iamRoleMaxSession } from "./iam-role-max-session";
import { iamTrustNoWildcard } from "./iam-trust-no-wildcard";

export const iamRules: readonly Rule[] = [
  iamConfusedDeputy,
  iamCrossAccountExternalId,
  iamNoAccessKeys,
  iamNoAdminPolicy,
  iamNoCredentialOrDataExposure,
  iamNoManagedAdmin,
  iamNoPrivilegeEscalation,
  iamNoUsers,
  iamNoWildcardResourceWrites,
  iamNoWildcardServiceActions,
  iamOidcBranchScoped,
  iamOidcSubjectScoped,
  iamPassroleScoped,
  iamPasswordPolicy,
  iamPermissionsBoundary,
  iamPoliciesOnGroups,
  iamRoleMaxSession,
  iamTrustNoWildcard,
];
