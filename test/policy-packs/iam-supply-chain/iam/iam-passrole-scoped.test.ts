import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamPassroleScoped } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-passrole-scoped";
import { testRule } from "../../../support/rule";

const allow = (statement: object) => documentOf({ Effect: "Allow", Action: "*", Resource: "*", ...statement });

testRule(iamPassroleScoped, {
  bad: {
    "every resource": { set: { policy: allow({ Action: "iam:passrole" }) } },
    "every role of every account": {
      of: "aws:iam/rolePolicy:RolePolicy",
      set: { policy: allow({ Action: ["iam:PassRole"], Resource: ["arn:aws:iam::*:role/*"] }) },
    },
    "every role of the account, which are all that can be passed": {
      of: "aws:iam/userPolicy:UserPolicy",
      set: { policy: allow({ Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/*" }) },
    },
    "a wildcard that stands for it": {
      of: "aws:iam/groupPolicy:GroupPolicy",
      set: { policy: allow({ Action: "iam:Pass*" }) },
    },
    "a condition on the service only": {
      set: {
        policy: allow({
          Action: "iam:PassRole",
          Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
        }),
      },
    },
  },
  good: {
    "roles of one path": {
      set: { policy: allow({ Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/app/*" }) },
    },
    "other actions on everything": { set: { policy: allow({ Action: ["iam:GetRole", "iam:List*"] }) } },
    "what is denied": { set: { policy: allow({ Effect: "Deny", Action: "iam:PassRole" }) } },
  },
  unknown: ["policy"],
});
