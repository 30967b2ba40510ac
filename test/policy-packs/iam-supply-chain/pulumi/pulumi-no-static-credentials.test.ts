import { pulumiNoStaticCredentials } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-no-static-credentials";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const aws = "pulumi:providers:aws";
const kubernetes = "pulumi:providers:kubernetes";
const user = (credentials: object) => JSON.stringify({ kind: "Config", users: [{ name: "shop", user: credentials }] });

testRule(pulumiNoStaticCredentials, {
  bad: {
    "an access key": { of: aws, set: { accessKey: "example", secretKey: "example" } },
    "a secret key alone": { of: aws, set: { secretKey: "example" } },
    "a session token": { of: aws, set: { token: "example" } },
    "a key that another resource makes": { of: aws, set: { accessKey: unknown } },
    "a token of a cluster": { of: kubernetes, set: { kubeconfig: user({ token: "example" }) } },
    "a password": { of: kubernetes, set: { kubeconfig: user({ username: "admin", password: "example" }) } },
    "a private key": { of: kubernetes, set: { kubeconfig: user({ "client-key-data": "ZXhhbXBsZQ==" }) } },
    "a token in YAML": {
      of: kubernetes,
      set: { kubeconfig: "users:\n- name: a\n  user: {}\n- name: b\n  user:\n    token: x\n" },
    },
  },
  good: {
    "a role that is assumed": {
      of: aws,
      set: { assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' },
    },
    "an empty key": { of: aws, set: { accessKey: "" } },
    "a profile": { of: aws, set: { profile: "deploy" } },
    "the path of a kubeconfig": { of: kubernetes, set: { kubeconfig: "~/.kube/config" } },
    "no kubeconfig": { of: kubernetes, props: {} },
    "the path of a token": { of: kubernetes, set: { kubeconfig: user({ tokenFile: "/var/run/token" }) } },
  },
});
