import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamCrossAccountExternalId } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-cross-account-external-id";
import { testRule } from "../../../support/rule";

const allow = (statement: object) =>
  documentOf({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*", ...statement });

const account = { AWS: "arn:aws:iam::111122223333:root" };
const trusting = (condition: object) => ({
  set: { assumeRolePolicy: allow({ Principal: account, Condition: condition }) },
});

testRule(iamCrossAccountExternalId, {
  bad: {
    "an account without a condition": { set: { assumeRolePolicy: allow({ Principal: account }) } },
    "an account's number": { set: { assumeRolePolicy: allow({ Principal: { AWS: ["111122223333"] } }) } },
    "an empty external id": trusting({ StringEquals: { "sts:ExternalId": "" } }),
    "any external id": trusting({ StringLike: { "sts:ExternalId": "*" } }),
    "no MFA": trusting({ Bool: { "aws:MultiFactorAuthPresent": "false" } }),
    "MFA only where it is told": trusting({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }),
    "another condition": trusting({ Bool: { "aws:SecureTransport": "true" } }),
    "a role of an account that is not one's own": {
      set: { assumeRolePolicy: allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }) },
      configuration: { ownAccounts: ["444455556666"] },
    },
  },
  good: {
    MFA: trusting({ Bool: { "aws:MultiFactorAuthPresent": true } }),
    "the organisation": trusting({ StringEquals: { "aws:PrincipalOrgID": "o-example" } }),
    "an account of one's own": {
      set: { assumeRolePolicy: allow({ Principal: account }) },
      configuration: { ownAccounts: ["111122223333"] },
    },
    "a role, perhaps of the same account": {
      set: { assumeRolePolicy: allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }) },
    },
    "a service": { set: { assumeRolePolicy: allow({ Principal: { Service: "ec2.amazonaws.com" } }) } },
    "no policy": { unset: ["assumeRolePolicy"] },
  },
  unknown: ["assumeRolePolicy"],
});
