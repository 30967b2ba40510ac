import { ssmSecureString } from "../../../../policy-packs/security-baseline/rules/ssm/ssm-secure-string";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const ownKey = { requireCustomerKey: true };

testRule(ssmSecureString, {
  bad: {
    "a password in the clear": { set: { type: "String" } },
    "a password in a list": { set: { type: "StringList" } },
    "a password without a type": { unset: ["type"] },
    "an API key in the clear": { props: { name: "/orders/API_KEY", type: "String" } },
    "a token in the clear": { props: { name: "GithubToken", type: "String" } },
    "a word of a team's own": { props: { name: "pin", type: "String" }, configuration: { secretWords: ["PIN"] } },
    "a word of a team in another spelling": {
      props: { name: "pinCode", type: "String" },
      configuration: { secretWords: ["pin-code"] },
    },
    "AWS's own key where that is not enough": { unset: ["keyId"], configuration: ownKey },
  },
  good: {
    "a name without a secret": { props: { name: "/orders/image", type: "String" } },
    "AWS's own key": { unset: ["keyId"] },
    "a key made in the same deployment": { set: { keyId: unknown }, configuration: ownKey },
    "an encrypted one with an unknown name": { set: { name: unknown } },
    "a parameter that the provider names": { props: { type: "String" } },
  },
  unknown: ["type"],
});
