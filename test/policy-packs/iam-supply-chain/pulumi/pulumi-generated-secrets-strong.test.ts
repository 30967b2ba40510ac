import { pulumiGeneratedSecretsStrong } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-generated-secrets-strong";
import { testRule } from "../../../support/rule";

const key = "tls:index/privateKey:PrivateKey";

testRule(pulumiGeneratedSecretsStrong, {
  bad: {
    "a short password": { set: { length: 12 } },
    "no length": { unset: ["length"] },
    "many digits": { props: { length: 20, lower: false, upper: false, special: false } },
    "many of two characters": {
      props: { length: 32, lower: false, upper: false, numeric: false, overrideSpecial: "-_" },
    },
    "nothing at all": { props: { length: 32, lower: false, upper: false, numeric: false, special: false } },
    "one that a company finds short": { set: { length: 16 }, configuration: { minimumBits: 128 } },
    "the default curve": { of: key, unset: ["ecdsaCurve"] },
    "the small curve": { of: key, set: { ecdsaCurve: "P224" } },
    "a short RSA key": { of: key, props: { algorithm: "RSA", rsaBits: 1024 } },
    "the default RSA key where that is short": {
      of: key,
      props: { algorithm: "RSA" },
      configuration: { minimumRsaBits: 3072 },
    },
  },
  good: {
    "sixteen letters and digits": { set: { length: 16 } },
    "fifteen with special characters": { props: { length: 15 } },
    "thirty digits": { props: { length: 30, lower: false, upper: false, special: false } },
    "a larger curve": { of: key, set: { ecdsaCurve: "P384" } },
    "the default RSA key": { of: key, props: { algorithm: "RSA" } },
    "a key of Ed25519": { of: key, props: { algorithm: "ED25519" } },
  },
  unknown: ["length", "special"],
});
