import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamTrustNoWildcard } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-trust-no-wildcard";
import { testRule } from "../../../support/rule";

const allow = (statement: object) =>
  documentOf({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*", ...statement });

const account = { AWS: "arn:aws:iam::111122223333:root" };

testRule(iamTrustNoWildcard, {
  bad: {
    everyone: { set: { assumeRolePolicy: allow({}) } },
    "everyone in a list": {
      set: { assumeRolePolicy: allow({ Principal: { AWS: ["arn:aws:iam::111122223333:role/app", "*"] } }) },
    },
    "everyone but one": { set: { assumeRolePolicy: allow({ Principal: undefined, NotPrincipal: account }) } },
    "everyone who knows an id": {
      set: { assumeRolePolicy: allow({ Condition: { StringEquals: { "sts:ExternalId": "b1f5" } } }) },
    },
    "an account by its root": { set: { assumeRolePolicy: allow({ Principal: account }) } },
    "an account by its number, among roles": {
      set: { assumeRolePolicy: allow({ Principal: { AWS: ["arn:aws:iam::111122223333:role/app", "111122223333"] } }) },
    },
    "a condition that is met where the key is absent": {
      set: {
        assumeRolePolicy: allow({
          Principal: account,
          Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
        }),
      },
    },
    "a condition that excludes": {
      set: {
        assumeRolePolicy: allow({
          Principal: account,
          Condition: { StringNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } },
        }),
      },
    },
  },
  good: {
    "a role": { set: { assumeRolePolicy: allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }) } },
    "an account with a condition": {
      set: {
        assumeRolePolicy: allow({ Principal: account, Condition: { StringEquals: { "sts:ExternalId": "b1f5" } } }),
      },
    },
    "everyone of the organisation": {
      set: { assumeRolePolicy: allow({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } }) },
    },
    "everyone, denied": { set: { assumeRolePolicy: allow({ Effect: "Deny" }) } },
    "no policy": { unset: ["assumeRolePolicy"] },
    "an empty one": { set: { assumeRolePolicy: "" } },
  },
  unknown: ["assumeRolePolicy"],
});
