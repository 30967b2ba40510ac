import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamNoPrivilegeEscalation } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-privilege-escalation";
import { testRule } from "../../../support/rule";

const allow = (statement: object) => documentOf({ Effect: "Allow", Action: "*", Resource: "*", ...statement });

testRule(iamNoPrivilegeEscalation, {
  bad: {
    "one action that suffices": { set: { policy: allow({ Action: "iam:CreatePolicyVersion" }) } },
    "a wildcard that stands for it, in small letters": {
      of: "aws:iam/rolePolicy:RolePolicy",
      set: { policy: allow({ Action: ["iam:put*"] }) },
    },
    "every role": {
      of: "aws:iam/userPolicy:UserPolicy",
      set: { policy: allow({ Action: "iam:UpdateAssumeRolePolicy", Resource: "arn:aws:iam::111122223333:role/*" }) },
    },
    "a set in one statement": {
      of: "aws:iam/groupPolicy:GroupPolicy",
      set: { policy: allow({ Action: ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"] }) },
    },
    "a set in two statements": {
      set: {
        policy: documentOf(
          { Effect: "Allow", Action: "ec2:Run*", Resource: "*" },
          { Effect: "Allow", Action: "iam:PassRole", Resource: "*" },
        ),
      },
    },
  },
  good: {
    "a part of a set": { set: { policy: allow({ Action: ["iam:PassRole", "lambda:CreateFunction"] }) } },
    "one user's own keys": {
      set: { policy: allow({ Action: "iam:CreateAccessKey", Resource: "arn:aws:iam::111122223333:user/app" }) },
    },
    "what is denied": { set: { policy: allow({ Effect: "Deny", Action: "iam:*" }) } },
  },
  unknown: ["policy"],
});
