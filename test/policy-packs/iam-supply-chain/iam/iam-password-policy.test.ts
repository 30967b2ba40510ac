import { iamPasswordPolicy } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-password-policy";
import { testRule } from "../../../support/rule";

testRule(iamPasswordPolicy, {
  bad: {
    "nothing set": { props: {} },
    "too short": { set: { minimumPasswordLength: 13 } },
    "no length": { unset: ["minimumPasswordLength"] },
    "a short memory": { set: { passwordReusePrevention: 5 } },
    "no memory": { unset: ["passwordReusePrevention"] },
    "no lowercase": { set: { requireLowercaseCharacters: false } },
    "no numbers": { unset: ["requireNumbers"] },
    "no symbols": { unset: ["requireSymbols"] },
    "no uppercase": { set: { requireUppercaseCharacters: false } },
    "too old": { set: { maxPasswordAge: 91 } },
    "shorter than the platform team asks for": { configuration: { minimumLength: 20 } },
  },
  good: {
    "more than is asked for": { set: { minimumPasswordLength: 20, maxPasswordAge: 30 } },
    "passwords that never expire": { set: { maxPasswordAge: 0 } },
    "less where less is asked for": { set: { passwordReusePrevention: 5 }, configuration: { reusePrevention: 5 } },
  },
  unknown: ["minimumPasswordLength"],
});
