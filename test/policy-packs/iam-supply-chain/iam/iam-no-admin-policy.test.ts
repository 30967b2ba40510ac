import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamNoAdminPolicy } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-admin-policy";
import { testRule } from "../../../support/rule";

const allow = (statement: object) => documentOf({ Effect: "Allow", Action: "*", Resource: "*", ...statement });

testRule(iamNoAdminPolicy, {
  bad: {
    "every action on everything": { set: { policy: allow({}) } },
    "lists that hold wildcards": {
      of: "aws:iam/rolePolicy:RolePolicy",
      set: { policy: allow({ Action: ["s3:GetObject", "*"], Resource: ["arn:aws:s3:::example-bucket", "*"] }) },
    },
    "everything said in another way": {
      of: "aws:iam/userPolicy:UserPolicy",
      set: { policy: allow({ Action: "*:*", Resource: "arn:aws:*" }) },
    },
    "IAM as a whole, in capitals": {
      of: "aws:iam/groupPolicy:GroupPolicy",
      set: { policy: allow({ Action: "IAM:*" }) },
    },
    "everything but one action": { set: { policy: allow({ Action: undefined, NotAction: "iam:CreateUser" }) } },
    "everything but IAM": { set: { policy: allow({ Action: undefined, NotAction: "iam:*" }) } },
    "every resource but one": {
      set: { policy: allow({ Resource: undefined, NotResource: "arn:aws:s3:::example-bucket" }) },
    },
    "a statement that is not in a list": {
      set: { policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }) },
    },
    "a statement behind a narrow one": {
      set: {
        policy: documentOf(
          { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
          { Effect: "Allow", Action: "*", Resource: "*" },
        ),
      },
    },
    "an inline policy of a role": { of: "aws:iam/role:Role", set: { "inlinePolicies.0.policy": allow({}) } },
    "a permission set's policy": {
      of: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      set: { inlinePolicy: allow({}) },
    },
  },
  good: {
    "what is denied": { set: { policy: allow({ Effect: "Deny" }) } },
    "every action on one bucket": { set: { policy: allow({ Resource: "arn:aws:s3:::example-bucket/*" }) } },
    "some actions of IAM": { set: { policy: allow({ Action: ["iam:Get*", "iam:List*"] }) } },
    "services other than IAM": { set: { policy: allow({ Action: ["s3:*", "ec2:*"] }) } },
    "no policy": { unset: ["policy"] },
    "a text that is no policy, which the provider refuses": { set: { policy: "{,}" } },
  },
  unknown: ["policy"],
});
