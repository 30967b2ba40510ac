import { documentOf, forEachTrusted, requirementsOf } from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";

/**
 * Providers that everybody has workflows at, with what a subject must begin with to be of one organisation. A claim that
 * everybody can choose, such as GitHub's environment or ref, names nobody.
 *
 * Sources: docs.github.com/actions/concepts/security/openid-connect, docs.gitlab.com/ci/secrets/id_token_authentication,
 * developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
 */
const providers: Readonly<Record<string, RegExp>> = {
  "token.actions.githubusercontent.com":
    /^(repo:[\w.-]+\/[^/]|(repository|job_workflow_ref):[\w.-]+\/[^/]|(repository_owner|repository_owner_id|repository_id|enterprise|enterprise_id):[\w.-]+(:|$))/,
  "gitlab.com": /^project_path:[\w.-]+\/[^/]/,
  "app.terraform.io": /^organization:[\w.-]+:/,
};

/** A workflow of one's own takes the role, not anybody's. */
export const iamOidcSubjectScoped = resourceRule({
  name: "iam-oidc-subject-scoped",
  title: "A role that workflows of a public provider take names whose they are in the subject.",
  severity: "critical",
  types: ["aws:iam/role:Role"],
  controls: {},
  remediationSteps:
    "Add a StringEquals or StringLike condition on the provider's sub that names the organisation, and the repository and branch, e.g. repo:example/app:ref:refs/heads/main.",
  docs: {
    why: "Everybody can run a workflow at the same provider, whose token is as good as one's own if the subject is not looked at.",
    good: {
      "aws:iam/role:Role": {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:example/app:ref:refs/heads/main",
            },
          },
        }),
      },
    },
  },
  check({ props: { assumeRolePolicy } }, report) {
    forEachTrusted(assumeRolePolicy, (statement, principals, where) => {
      for (const [host, owned] of Object.entries(providers)) {
        if (!principals.some((principal) => new RegExp(`(^|/)${host}(/|$)`).test(principal))) continue;
        // An enterprise's or organisation's own issuer has a path: token.actions.githubusercontent.com/example:sub.
        const subjects = [...requirementsOf(statement)].filter(([key]) => key.startsWith(host) && key.endsWith(":sub"));
        if (!subjects.some(([, values]) => values.length > 0 && values.every((value) => owned.test(value)))) {
          report(
            `${where} lets anybody's workflows take the role: name the organisation in a condition on ${host}:sub`,
          );
        }
      }
    });
  },
});
