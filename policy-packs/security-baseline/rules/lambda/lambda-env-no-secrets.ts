import { resourceRule } from "../../../core/rule";
import { secretVariable } from "../../../core/secrets";
import { forEachKnown } from "../../../core/unknown";

/** Functions fetch their secrets. */
export const lambdaEnvNoSecrets = resourceRule({
  name: "lambda-env-no-secrets",
  title: "Environment variables of a Lambda function hold no keys, passwords or tokens.",
  severity: "critical",
  types: ["aws:lambda/function:Function"],
  controls: {},
  remediationSteps:
    "Keep the secret in Secrets Manager, pass its ARN, and let the function's role read it; change the one that was here.",
  docs: {
    why: "Everyone who may look at the function in the console reads its variables, and error reports often copy them.",
    good: {
      "aws:lambda/function:Function": {
        environment: {
          variables: { DB_PASSWORD_ARN: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders" },
        },
      },
    },
  },
  check({ props: lambda }, report) {
    const variables = lambda.environment?.variables;
    forEachKnown(variables && Object.keys(variables), (name) => {
      const secret = secretVariable(name, variables?.[name]);
      if (secret) report(`${secret} is in environment.variables: keep it in Secrets Manager, and change it`);
    });
  },
});
