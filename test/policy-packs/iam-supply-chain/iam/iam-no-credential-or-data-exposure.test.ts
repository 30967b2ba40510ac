import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamNoCredentialOrDataExposure } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-credential-or-data-exposure";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const allows = (Action: string | string[], Resource: string | string[] = "*", others: object = {}) => ({
  set: { policy: documentOf({ Effect: "Allow", Action, Resource, ...others }) },
});

testRule(iamNoCredentialOrDataExposure, {
  bad: {
    "keys of every user": allows(["s3:ListAllMyBuckets", "iam:CreateAccessKey"]),
    "every role": allows("sts:AssumeRole"),
    "every secret": allows("secretsmanager:GetSecretValue"),
    "every secret of a region": allows("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:*"),
    "every object": allows("s3:GetObject", "arn:aws:s3:::*"),
    "every object by a pattern": allows("s3:Get*"),
    "every parameter in any case": allows("SSM:GETPARAMETER"),
    "all that is left over": {
      set: { policy: documentOf({ Effect: "Allow", NotAction: "ec2:*", Resource: "*" }) },
    },
    "a user's policy": { of: "aws:iam/userPolicy:UserPolicy", ...allows("iam:CreateLoginProfile") },
    "a group's policy": { of: "aws:iam/groupPolicy:GroupPolicy", ...allows("ssm:GetParametersByPath") },
    "a role's policy": { of: "aws:iam/rolePolicy:RolePolicy", ...allows("rds:CopyDBSnapshot") },
    "a condition on TLS, which scopes nothing": allows("s3:GetObject", "*", {
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    }),
    "a policy beside an unknown name": { set: { name: unknown, ...allows("sts:AssumeRole").set } },
  },
  good: {
    "one bucket": allows("s3:GetObject", "arn:aws:s3:::example-bucket/*"),
    "secrets with a prefix": allows(
      "secretsmanager:GetSecretValue",
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-*",
    ),
    "a tag on what is read": allows("secretsmanager:GetSecretValue", "*", {
      Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } },
    }),
    "what takes no resource": allows(["ecr:GetAuthorizationToken", "sts:GetSessionToken"]),
    "what is denied": { set: { policy: documentOf({ Effect: "Deny", Action: "*", Resource: "*" }) } },
    "what is no JSON": { set: { policy: "{" } },
  },
  unknown: ["policy"],
});
