import { coversEveryRole, forEachAllow, grants, policiesWith, policyTypes } from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";

/** Who may pass a role to a service may pass certain ones only. */
export const iamPassroleScoped = resourceRule({
  name: "iam-passrole-scoped",
  title: "No policy allows iam:PassRole on every role.",
  severity: "high",
  types: policyTypes,
  controls: {},
  remediationSteps:
    "Name the ARNs of the roles that may be passed, and the services in a condition on iam:PassedToService.",
  docs: {
    why: "Whoever may pass any role to a service starts a machine or function with the role of an administrator and is one.",
    good: policiesWith({
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: "arn:aws:iam::111122223333:role/app-*",
      Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
    }),
  },
  check({ props }, report) {
    forEachAllow(props, (statement, where) => {
      if (grants(statement, "iam:PassRole") && coversEveryRole(statement)) {
        report(`${where} allows iam:PassRole on every role: name the roles in Resource`);
      }
    });
  },
});
