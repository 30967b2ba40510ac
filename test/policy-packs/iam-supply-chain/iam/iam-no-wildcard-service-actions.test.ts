import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamNoWildcardServiceActions } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-wildcard-service-actions";
import { testRule } from "../../../support/rule";

const allow = (statement: object) => documentOf({ Effect: "Allow", Action: "*", Resource: "*", ...statement });

testRule(iamNoWildcardServiceActions, {
  bad: {
    "all of a service": { set: { policy: allow({ Action: "s3:*" }) } },
    "all of a service on one resource": {
      of: "aws:iam/rolePolicy:RolePolicy",
      set: { policy: allow({ Action: ["KMS:*"], Resource: "arn:aws:kms:eu-central-1:111122223333:key/*" }) },
    },
    "all of every service": { of: "aws:iam/userPolicy:UserPolicy", set: { policy: allow({}) } },
    "a wildcard that cuts the service short": {
      of: "aws:iam/groupPolicy:GroupPolicy",
      set: { policy: allow({ Action: "secrets*" }) },
    },
    "what NotAction leaves over": { set: { policy: allow({ Action: undefined, NotAction: "iam:*" }) } },
    "a service that the platform team lists": {
      set: { policy: allow({ Action: "dynamodb:*" }) },
      configuration: { services: ["dynamodb"] },
    },
  },
  good: {
    "part of a service": { set: { policy: allow({ Action: ["s3:Get*", "kms:Decrypt", "iam:List*"] }) } },
    "all of another service": { set: { policy: allow({ Action: "dynamodb:*" }) } },
    "what is denied": { set: { policy: allow({ Effect: "Deny", Action: "s3:*" }) } },
  },
  unknown: ["policy"],
});
