import { ec2NoSecretsUserData } from "../../../../policy-packs/security-baseline/rules/ec2/ec2-no-secrets-user-data";
import { testRule } from "../../../support/rule";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const privateKey = ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ");
// AWS's own example of a key.
const accessKey = "AKIAIOSFODNN7EXAMPLE";

testRule(ec2NoSecretsUserData, {
  bad: {
    "an access key": { set: { userData: `export AWS_ACCESS_KEY_ID=${accessKey}` } },
    "a secret access key": {
      set: { userData: `aws_secret_access_key = ${"wJalrXUtnFEMI/K7MDENG/bPxRfiCY"}EXAMPLEKEY` },
    },
    "a private key": { set: { userData: `cat > key.pem <<EOF\n${privateKey}\n` } },
    "a password": { set: { userData: "export DATABASE_PASSWORD=correct-horse" } },
    "a quoted password": { set: { userData: 'DB_PASSWORD="correct horse"' } },
    "a password in YAML": { set: { userData: "password: correct-horse" } },
    "a token in JSON": { set: { userData: '{"apiToken": "0123456789"}' } },
    "base64 of a private key": { set: { userDataBase64: base64(privateKey) } },
    "base64 in wrapped lines": {
      set: { userDataBase64: `${base64(privateKey).slice(0, 20)}\n${base64(privateKey).slice(20)}` },
    },
    "a launch template's access key in base64": { of: template, set: { userData: base64(accessKey) } },
    "a launch configuration's access key": {
      of: "aws:ec2/launchConfiguration:LaunchConfiguration",
      set: { userData: accessKey },
    },
  },
  good: {
    "no user data": { props: {} },
    "other settings": { set: { userData: 'export GREETING="Hello there"' } },
    "a password that is fetched": {
      set: { userData: "PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop)" },
    },
    "the name of a secret": {
      set: { userData: "export DB_PASSWORD_ARN=arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop" },
    },
    "a file with a secret": { set: { userData: "export DB_PASSWORD_FILE=/run/secrets/shop" } },
    "a certificate": { set: { userData: "-----BEGIN CERTIFICATE-----" } },
    "a checksum": { set: { userData: `echo ${"0123456789abcdef".repeat(2)}01234567 image.tar | sha1sum -c` } },
    "binary user data": { set: { userDataBase64: Buffer.from([0x1f, 0x8b, 8, 0, 0]).toString("base64") } },
  },
  unknown: ["userData", "userDataBase64"],
});
