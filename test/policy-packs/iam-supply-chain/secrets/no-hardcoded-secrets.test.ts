import { noHardcodedSecrets } from "../../../../policy-packs/iam-supply-chain/rules/secrets/no-hardcoded-secrets";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

// Put together here, so that nobody's scanner takes them for real ones.
const accessKey = `AKIA${"A".repeat(16)}`;
const privateKey = `-----BEGIN ${"RSA PRIVATE"} KEY-----`;
const gitHub = `ghp_${"a".repeat(36)}`;

testRule(noHardcodedSecrets, {
  bad: {
    "a variable": { set: { "environment.variables.KEY": accessKey } },
    "a text that holds one": { set: { description: `uses ${accessKey}` } },
    "a JSON text": { set: { definitions: JSON.stringify([{ env: { TOKEN: gitHub } }]) } },
    "a list": { set: { keys: ["", `${privateKey}\nMII`] } },
    "one behind an unknown value": { set: { keys: [unknown, gitHub] } },
    "a token of GitLab": { set: { token: `glpat-${"a".repeat(20)}` } },
    "a token of npm": { set: { token: `npm_${"a".repeat(36)}` } },
    "a token of Pulumi": { set: { token: `pul-${"0".repeat(40)}` } },
    "a token of Slack": { set: { token: `xoxb-${"1".repeat(12)}` } },
    "a key of Stripe": { set: { token: `sk_live_${"1".repeat(24)}` } },
  },
  good: {
    "a public key": { set: { key: "-----BEGIN PUBLIC KEY-----" } },
    "what only begins like a key": { set: { name: "AKIA-example" } },
    "a longer word": { set: { name: `X${accessKey}` } },
  },
  unknown: ["description"],
});
