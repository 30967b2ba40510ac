import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamOidcBranchScoped } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-oidc-branch-scoped";
import { testRule } from "../../../support/rule";

const github = "token.actions.githubusercontent.com";
const trust = (condition: object, host = github) => ({
  set: {
    assumeRolePolicy: documentOf({
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: condition,
    }),
  },
});
const like = (...subjects: string[]) => trust({ StringLike: { [`${github}:sub`]: subjects } });
const gitlab = (subject: string) => trust({ StringLike: { "gitlab.com:sub": subject } }, "gitlab.com");

testRule(iamOidcBranchScoped, {
  bad: {
    "anything of a repository": like("repo:example/app:*"),
    "any branch": like("repo:example/app:ref:refs/heads/*"),
    "any ref": like("repo:example/app:ref:refs/*"),
    "any ref at all": like("repo:example/app:ref:*"),
    "any environment": like("repo:example/app:environment:*"),
    "pull requests": like("repo:example/app:pull_request"),
    "every repository": like("repo:example/*"),
    "every repository's main": like("repo:example/*:ref:refs/heads/main"),
    "one subject of two": like("repo:example/app:environment:prod", "repo:example/app:*"),
    "anything of a repository, in another case of the key": trust({
      StringLike: { "Token.Actions.GithubUserContent.com:Sub": "repo:example/app:*" },
    }),
    "anything of a repository of an enterprise": trust({
      StringLike: { [`${github}/example:sub`]: "repo:example/app:*" },
    }),
    "anything of a project": gitlab("project_path:example/app:*"),
    "any branch of a project": gitlab("project_path:example/app:ref_type:branch:ref:*"),
    "any ref, by a claim too": trust({
      StringLike: { [`${github}:sub`]: "repo:example/app:*", [`${github}:ref`]: "refs/heads/*" },
    }),
  },
  good: {
    "a branch": like("repo:example/app:ref:refs/heads/main"),
    "release branches": like("repo:example/app:ref:refs/heads/release/*"),
    "tags of releases": like("repo:example/app:ref:refs/tags/v*"),
    "environments of production": like("repo:example/app:environment:prod-*"),
    "a branch by its claim": trust({
      StringLike: { [`${github}:sub`]: "repo:example/app:*" },
      StringEquals: { [`${github}:ref`]: "refs/heads/main" },
    }),
    "a workflow by its claim": trust({
      StringLike: { [`${github}:sub`]: "repo:example/*" },
      StringEquals: { [`${github}:job_workflow_ref`]: "example/ci/.github/workflows/deploy.yml@refs/heads/main" },
    }),
    "a branch of a project": gitlab("project_path:example/app:ref_type:branch:ref:main"),
    "no subject, which another rule reports": trust({ StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } }),
    "a role that only reads": { ...like("repo:example/app:*"), configuration: { readOnlyRoles: ["exam*"] } },
    "a service": {
      set: {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
      },
    },
    "no policy": { props: {} },
  },
  unknown: ["assumeRolePolicy"],
});
