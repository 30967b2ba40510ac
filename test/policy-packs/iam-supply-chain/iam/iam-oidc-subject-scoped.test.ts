import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamOidcSubjectScoped } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-oidc-subject-scoped";
import { testRule } from "../../../support/rule";

const host = "token.actions.githubusercontent.com";
const allow = (condition: object | undefined, provider = host) => ({
  set: {
    assumeRolePolicy: documentOf({
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${provider}` },
      Condition: condition,
    }),
  },
});
const subject = (sub: unknown, provider = host) => allow({ StringLike: { [`${provider}:sub`]: sub } }, provider);

testRule(iamOidcSubjectScoped, {
  bad: {
    "no condition": allow(undefined),
    "the audience only": allow({ StringEquals: { [`${host}:aud`]: "sts.amazonaws.com" } }),
    "any subject": subject("*"),
    "any organisation": subject("repo:*"),
    "any organisation's repository of a name": subject("repo:*/app:ref:refs/heads/main"),
    "organisations that begin alike": subject("repo:example*"),
    "an environment, which anybody may name": subject("environment:production"),
    "a branch, which anybody may name": subject(["ref:refs/heads/main"]),
    "anybody among others": subject(["repo:example/app:*", "*"]),
    "an empty list": subject([]),
    "a subject that is only excluded": allow({ StringNotLike: { [`${host}:sub`]: "repo:other/*" } }),
    "a subject that may be absent": allow({ StringLikeIfExists: { [`${host}:sub`]: "repo:example/*" } }),
    "any project of GitLab": subject("project_path:*:ref_type:branch:ref:main", "gitlab.com"),
    "any organisation of Terraform": subject("organization:*:project:*", "app.terraform.io"),
  },
  good: {
    "every repository of one organisation": subject("repo:example/*"),
    "a claim that names the owner": subject("repository_owner:example:environment:production"),
    "the issuer of an organisation": allow({
      StringEquals: { [`${host}/example:sub`]: "repo:example/app:ref:refs/heads/main" },
    }),
    "a group of GitLab": subject("project_path:example/*:ref_type:branch:ref:main", "gitlab.com"),
    "a cluster's own provider": allow(undefined, "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE"),
    "no policy": { unset: ["assumeRolePolicy"] },
  },
  unknown: ["assumeRolePolicy"],
});
