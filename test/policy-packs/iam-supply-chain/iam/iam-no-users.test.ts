import { iamNoUsers } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-users";
import { testRule } from "../../../support/rule";

testRule(iamNoUsers, {
  bad: {
    "a user": { set: { name: "jane" } },
    "a user whose name is made up": { unset: ["name"] },
    "a password for the console": { of: "aws:iam/userLoginProfile:UserLoginProfile", set: { user: "jane" } },
    "a user that the platform team does not list": { configuration: { allowed: [] } },
  },
  good: { "a user that is listed": { set: { name: "jane" }, configuration: { allowed: ["jane"] } } },
  unknown: ["name"],
});
