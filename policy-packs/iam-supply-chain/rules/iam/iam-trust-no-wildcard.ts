import { documentOf, forEachTrusted, requirementsOf } from "../../../core/identity-policy";
import { isPublic } from "../../../core/policy-document";
import { resourceRule } from "../../../core/rule";

/** A role says who may take it, by name. */
export const iamTrustNoWildcard = resourceRule({
  name: "iam-trust-no-wildcard",
  title: "No role can be taken by everyone, nor by a whole account without a condition.",
  severity: "critical",
  types: ["aws:iam/role:Role"],
  controls: {},
  remediationSteps:
    "Name roles or services as principals in assumeRolePolicy; to trust an account, add a condition such as aws:PrincipalArn or sts:ExternalId.",
  docs: {
    why: "Everybody with an AWS account takes such a role, or everybody in an account that has its own administrators.",
    component: "Cluster and Network make roles that one service takes.",
    good: {
      "aws:iam/role:Role": {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
      },
    },
  },
  check({ props: { assumeRolePolicy } }, report) {
    forEachTrusted(assumeRolePolicy, (statement, principals, where) => {
      if (isPublic(statement)) report(`${where} lets everyone take the role: name principals`);
      else if (principals.some(isAccount) && requirementsOf(statement).size === 0) {
        report(`${where} lets a whole account take the role: name roles or add a condition`);
      }
    });
  },
});

/** An account stands for everyone in it, by its number or its root. */
const isAccount = (principal: string): boolean => /^(\d{12}|arn:aws[^:]*:iam::\d{12}:root)$/.test(principal);
