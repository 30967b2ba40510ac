import { ecsNoEnvSecrets } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-no-env-secrets";
import { testRule } from "../../../support/rule";

const environment = (...variables: object[]) => ({
  set: { containerDefinitions: JSON.stringify([{ name: "proxy" }, { name: "orders", environment: variables }]) },
});

testRule(ecsNoEnvSecrets, {
  bad: {
    "a password": environment({ name: "LOG_LEVEL", value: "info" }, { name: "DB_PASSWORD", value: "correct-horse" }),
    // AWS's own example of a key.
    "an access key": environment({ name: "AWS_ACCESS_KEY_ID", value: "AKIAIOSFODNN7EXAMPLE" }),
    "a token": environment({ name: "api_token", value: "0123456789" }),
    "keys in another case": {
      set: {
        containerDefinitions: JSON.stringify([{ Environment: [{ Name: "DB_PASSWORD", Value: "correct-horse" }] }]),
      },
    },
  },
  good: {
    "where the password is": environment({
      name: "DB_PASSWORD_ARN",
      value: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db",
    }),
    "an empty one": environment({ name: "DB_PASSWORD", value: "" }),
    "one without a value": environment({ name: "DB_PASSWORD" }),
    "a task without containers": { props: {} },
    "no variables": { set: { containerDefinitions: JSON.stringify([{ name: "orders" }]) } },
  },
  unknown: ["containerDefinitions"],
});
