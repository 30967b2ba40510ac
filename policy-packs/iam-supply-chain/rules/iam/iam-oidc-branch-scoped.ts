import { z } from "zod";
import { documentOf, forEachTrusted, requirementsOf } from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";
import { matchesAny } from "../../../core/wildcard";

/**
 * Of each provider, subjects that anybody who may push a branch or open a pull request gets.
 *
 * Sources: docs.github.com/actions/reference/security/oidc (examples of subjects), docs.gitlab.com/ci/secrets/id_token_authentication.
 */
const providers: Readonly<Record<string, RegExp>> = {
  "token.actions.githubusercontent.com":
    /^repo:[^:]*(\*|:(\*.*|pull_request|ref:\*?|ref:refs\/\*.*|ref:refs\/heads\/\*+|environment:\*+))$|^repo:[^:]*\*[^:]*:/,
  "gitlab.com": /^project_path:[^:]*(\*|:(\*.*|ref_type:\*.*|ref_type:branch:ref:\*+))$|^project_path:[^:]*\*[^:]*:/,
};

/** A deployment's role is for what was merged. */
export const iamOidcBranchScoped = resourceRule({
  name: "iam-oidc-branch-scoped",
  title: "A role that a repository's workflows take is for one branch, tag or environment of it.",
  severity: "high",
  types: ["aws:iam/role:Role"],
  parameters: z.object({
    readOnlyRoles: z
      .array(z.string())
      .default(["*-plan", "*-preview", "*-readonly", "*-read-only"])
      .describe(
        "Names, in the program, of roles that only read, so that any branch may take them, with * for any characters.",
      ),
  }),
  controls: {},
  remediationSteps:
    "Name the branch or the environment in the condition on sub, e.g. repo:example/app:environment:prod, and give previews of pull requests a role of their own that only reads.",
  docs: {
    why: "With a wildcard behind the repository whoever may push a branch writes a workflow that deploys to production, before anybody has reviewed it.",
    good: {
      "aws:iam/role:Role": {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:example/app:environment:prod",
            },
          },
        }),
      },
    },
  },
  check({ name, props: { assumeRolePolicy } }, report, { readOnlyRoles }) {
    if (matchesAny(name, readOnlyRoles)) return;
    forEachTrusted(assumeRolePolicy, (statement, _principals, where) => {
      const required = [...requirementsOf(statement)];
      for (const [host, anyBranch] of Object.entries(providers)) {
        const subjects = required.filter(([key]) => key.startsWith(host) && key.endsWith(":sub"));
        // All conditions must be met: one that names a branch is enough, also by a claim of its own.
        const isOpen = ([, values]: (typeof required)[number]) => values.some((value) => anyBranch.test(value));
        if (subjects.length > 0 && subjects.every(isOpen) && !namesBranch(required, host)) {
          report(
            `${where} lets any branch take the role: name a branch or an environment in the condition on ${host}:sub`,
          );
        }
      }
    });
  },
});

/** Whether another claim of the provider says which branch, environment or workflow it is. */
const namesBranch = (required: readonly (readonly [string, readonly string[]])[], host: string): boolean =>
  required.some(
    ([key, values]) =>
      key.startsWith(host) &&
      /:(ref|environment|job_workflow_ref)$/.test(key) &&
      values.length > 0 &&
      values.every((value) => !/\*$/.test(value)),
  );
