import { expect, it } from "vitest";
import { lambdaEnvNoSecrets } from "../../../../policy-packs/security-baseline/rules/lambda/lambda-env-no-secrets";
import { judge, unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

// AWS's own example of a key.
const accessKey = "AKIAIOSFODNN7EXAMPLE";
const secretKey = `${"wJalrXUtnFEMI/K7MDENG/bPxRfiCY"}EXAMPLEKEY`;
const variables = (values: Record<string, unknown>) => ({ set: { "environment.variables": values } });

testRule(lambdaEnvNoSecrets, {
  bad: {
    "an access key": variables({ KEY: accessKey }),
    "an access key within other text": variables({ CREDENTIALS_FOR_S3: `id=${accessKey}` }),
    "a secret access key": variables({ AWS_SECRET_ACCESS_KEY: secretKey }),
    "a secret access key under another name": variables({ SETTINGS: `aws_secret_access_key=${secretKey}` }),
    "a secret access key alone": variables({ FOO: secretKey }),
    "a password": variables({ DATABASE_PASSWORD: "correct-horse" }),
    "a password in lower case": variables({ dbPassword: "correct-horse" }),
    "a token": variables({ GITHUB_TOKEN: "0123456789" }),
    "a private key": variables({ PEM: ["-----BEGIN", "PRIVATE KEY-----"].join(" ") }),
    "a password behind an unknown one": variables({ API_TOKEN: unknown, DB_PASSWORD: "correct-horse" }),
  },
  good: {
    "no variables": { props: {} },
    "other settings": variables({ LOG_LEVEL: "info", TOKEN_URL: "https://id.example.com/token", KEY_ID: "orders" }),
    "where the password is": variables({ DB_PASSWORD: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db" }),
    "a dynamic reference": variables({ DB_PASSWORD: "{{resolve:secretsmanager:db}}" }),
    "a commit": variables({ REVISION: "0123456789abcdef0123456789abcdef01234567" }),
    "an empty one": variables({ DB_PASSWORD: "" }),
  },
  unknown: ["environment", "environment.variables", "environment.variables.DB_PASSWORD_ARN"],
});

it("says where the secret is, and not what", async () => {
  const { violations } = await judge([lambdaEnvNoSecrets], "aws:lambda/function:Function", {
    environment: { variables: { DB_PASSWORD: "correct-horse", OTHER: accessKey } },
  });
  const messages = violations.map(({ message }) => message);
  expect(messages).toEqual([
    "DB_PASSWORD, a password or token, is in environment.variables: keep it in Secrets Manager, and change it",
    "OTHER, an AWS access key, is in environment.variables: keep it in Secrets Manager, and change it",
  ]);
});
