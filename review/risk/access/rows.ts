import type { RiskRow } from "../table";

/** Risks by what policies say, the worst first. */
export const accessRows = {
  "access-admin": {
    level: "critical",
    title: "Somebody can newly do everything.",
    why: "Whoever gets hold of the identity owns the account.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html",
    judges:
      "Identity policies with every action on every resource; AWS's policies for administrators that are attached.",
  },
  "access-escalation": {
    level: "critical",
    title: "Somebody can newly give itself more than it was given.",
    why: "With such a set of actions, whatever else is withheld is there for the taking.",
    source: "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
    judges:
      "Identity policies that newly allow a whole set of policy-packs/iam-supply-chain/data/privilege-escalation.ts on every resource or every role.",
  },
  "access-public": {
    level: "critical",
    title: "Anyone can newly do something.",
    why: "Nobody has to be known to do it; scanners find it within hours.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    judges: "Trust and resource policies, and permissions, for all principals without a condition on who calls.",
  },
  "access-cross-account": {
    level: "high",
    title: "Another account can newly do something.",
    why: "Who may act in that account is decided there.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html",
    judges: "Principals of trust and resource policies, permissions and shares in an account that is not this one's.",
  },
  "access-federated-open": {
    level: "high",
    title: "Identities of another provider can newly take a role, with a condition less or none.",
    why: "Without a condition on the subject, everybody whom that provider knows can.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    judges: "Federated principals of trust policies.",
  },
  "access-federated": {
    level: "medium",
    title: "Identities of another provider can newly take a role.",
    why: "Who they are is decided by that provider.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html",
    judges: "Federated principals of trust policies; providers of identities.",
  },
  "access-wildcard": {
    level: "high",
    title: "Somebody can newly do everything with a service.",
    why: "That is also what the service will offer later, and on things of others.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    judges:
      "Identity policies with all actions of a service, or all but some, on everything; AWS's FullAccess policies.",
  },
  "access-data-broad": {
    level: "high",
    title: "Somebody can newly read data or secrets of everybody.",
    why: "Whoever gets hold of one program reads what all others keep.",
    source:
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    judges: "Identity policies that read data or credentials on every resource of a kind.",
  },
  "access-condition-removed": {
    level: "high",
    title: "Something that was allowed under a condition is allowed without it.",
    why: "The condition was what kept others out.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
    judges: "All policy documents.",
  },
  "access-deny-removed": {
    level: "high",
    title: "Something is no longer denied.",
    why: "What another policy allows is now possible; a Deny is mostly there for a reason.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    judges: "All policy documents, also those that are deleted.",
  },
  "access-boundary-removed": {
    level: "high",
    title: "The boundary of an identity's permissions is taken away or is another one.",
    why: "Its policies may allow more than was meant to count.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    judges: "permissionsBoundary of roles and users.",
  },
  "access-not-judged": {
    level: "high",
    title: "What is given cannot be judged.",
    why: "It may be anything: read it by hand.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    judges:
      "Policy documents that cannot be read, policies that are not in the review, and types of access that no judge knows.",
  },
  "access-now-unknown": {
    level: "high",
    title: "A policy that was known becomes one that is known only when it is made.",
    why: "It may newly allow anything, and nobody can see it before.",
    source: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
    judges: "Policy documents of what is there already.",
  },
  "access-iam": {
    level: "medium",
    title: "Somebody can newly change IAM, or pass a role.",
    why: "It can change what others may do, within the resources that are named.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    judges: "Statements with writing actions of iam.",
  },
  "access-unknown": {
    level: "medium",
    title: "What something new allows is known only when it is made.",
    why: "It is not judged until then; the policies of the standard judge it when it is made.",
    source: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
    judges: "Policy documents, permissions and switches of what is new.",
  },
  "access-conditional": {
    level: "medium",
    title: "Everybody who meets a condition can newly do something.",
    why: "Whether that is few or many is in the condition.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
    judges: "Resource policies for all principals with a condition on who calls.",
  },
  "access-data": {
    level: "medium",
    title: "Somebody can newly read data or take credentials or roles.",
    why: "Data leaves by reads, not by changes.",
    source:
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    judges: "Statements with actions that answer with data or credentials, on named resources.",
  },
  "access-key-made": {
    level: "medium",
    title: "A credential is made that does not expire.",
    why: "Who has it needs no login, and it is rarely changed.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    judges: "Access keys and other credentials of users.",
  },
  "access-given": {
    level: "low",
    title: "Somebody can newly do something else.",
    why: "So that nobody has to work it out.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html",
    judges: "All policy documents, permissions, attachments and memberships.",
  },
  "access-narrowed": {
    level: "low",
    title: "Somebody can no longer do or reach something.",
    why: "No danger for others; what relies on it stops to work.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    judges: "Everything of this section.",
  },
} as const satisfies Readonly<Record<string, RiskRow>>;
