import { iamPoliciesOnGroups } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-policies-on-groups";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(iamPoliciesOnGroups, {
  bad: {
    "users of an attachment": { set: { users: ["jane"] } },
    "users that are not known yet": { set: { users: [unknown] } },
    "a user's own policy": { of: "aws:iam/userPolicy:UserPolicy", set: { user: "jane", policy: "{}" } },
    "a user that is not known yet": { of: "aws:iam/userPolicy:UserPolicy", set: { user: unknown } },
    "a user's attachment": { of: "aws:iam/userPolicyAttachment:UserPolicyAttachment", set: { user: "jane" } },
  },
  good: { "an empty list of users": { set: { users: [] } } },
});
