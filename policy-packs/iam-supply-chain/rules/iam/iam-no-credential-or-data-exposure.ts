import {
  anything,
  covers,
  forEachAllow,
  grants,
  isScopedByCondition,
  policiesWith,
  policyTypes,
} from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";
import { credentialActions, dataActions } from "../../data/exposing-actions";

/** Secrets and data are given by name. */
export const iamNoCredentialOrDataExposure = resourceRule({
  name: "iam-no-credential-or-data-exposure",
  title: "No policy lets credentials be taken, or data be read in bulk, from every resource.",
  severity: "medium",
  types: policyTypes,
  controls: {},
  remediationSteps:
    "Name the secrets, parameters, buckets, roles and users in Resource, or scope by a condition on tags.",
  docs: {
    why: "Whoever gets hold of one application reads the secrets and the data of all others, and leaves with keys of their own.",
    good: policiesWith(
      {
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-*",
      },
      // It takes no resource.
      { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    ),
  },
  check({ props }, report) {
    forEachAllow(props, (statement, where) => {
      if (isScopedByCondition(statement)) return;
      const credential = covers(statement) && credentialActions.find((action) => grants(statement, action));
      if (credential) report(`${where} allows ${credential} on every resource: name the resources`);
      const data = Object.entries(dataActions).find(
        ([action, arn]) => grants(statement, action) && (covers(statement) || covers(statement, arn(anything))),
      );
      if (data) report(`${where} allows ${data[0]} on every resource of its kind: name the resources`);
    });
  },
});
