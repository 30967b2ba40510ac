import { k8sNoSecretsInConfigmap } from "../../../../policy-packs/kubernetes-baseline/rules/workloads/k8s-no-secrets-in-configmap";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const data = (values: object) => ({ set: { data: values } });

testRule(k8sNoSecretsInConfigmap, {
  bad: {
    "a password": data({ password: "example" }),
    "a password in upper case": data({ DATABASE_PASSWORD: "example" }),
    "a password in camel case": data({ databasePassword: "example" }),
    "a line of an environment file": data({ env: "HOST=a\nexport REDIS_PASSWORD=example\n" }),
    "a line of YAML": data({ "app.yaml": "database:\n  password: example\n" }),
    "a line of JSON": data({ "app.json": '{"host": "a",\n"apiKey": "example"}' }),
    "JSON on one line": data({ "app.json": '{"host": "a", "apiKey": "example"}' }),
    "a private key": data({ "tls.pem": "-----BEGIN RSA PRIVATE KEY-----\nexample" }),
    "an access key": data({ note: "use AKIAIOSFODNN7EXAMPLE" }),
    "one beside an unknown value": data({ host: unknown, token: "example" }),
  },
  good: {
    "no data": { unset: ["data"] },
    "an empty value": data({ config: "REDIS_PASSWORD=" }),
    "a value that is filled in": data({ config: `REDIS_PASSWORD=\${REDIS_PASSWORD}` }),
    "a template": data({ "app.yaml": "password: {{ .Values.password }}" }),
    "a file": data({ DATABASE_PASSWORD: "/var/run/secrets/password" }),
    "a name of a secret": data({ secretName: "database", passwordMinLength: "12" }),
    "an address of tokens": data({ tokenUrl: "https://example.com/token" }),
    "a switch": data({ "use-token": "true" }),
  },
  unknown: ["data", "data.config"],
});
