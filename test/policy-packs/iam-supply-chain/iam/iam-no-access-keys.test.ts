import { iamNoAccessKeys } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-access-keys";
import { testRule } from "../../../support/rule";

testRule(iamNoAccessKeys, {
  bad: {
    "the root user": { set: { user: "root" } },
    "the root user's key, inactive": { set: { user: "root", status: "Inactive" } },
    "the root user's ARN": { set: { user: "arn:aws:iam::111122223333:root" } },
    "a user that is not listed where users are": { configuration: { users: ["backup"] } },
    "any user where there may be none": { configuration: { users: [] } },
  },
  good: {
    "a user that is listed": { configuration: { users: ["mail-relay"] } },
    "a user whose name begins alike": { set: { user: "rooter" } },
    "no user": { unset: ["user"] },
  },
  unknown: ["user"],
});
