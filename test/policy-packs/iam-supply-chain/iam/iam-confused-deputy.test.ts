import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamConfusedDeputy } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-confused-deputy";
import { testRule } from "../../../support/rule";

const trusts = (Service: string | string[], Condition?: object) => ({
  set: {
    assumeRolePolicy: documentOf({
      Effect: "Allow",
      Principal: { Service },
      Action: "sts:AssumeRole",
      ...(Condition && { Condition }),
    }),
  },
});

testRule(iamConfusedDeputy, {
  bad: {
    "a service for anybody": trusts("ecs-tasks.amazonaws.com"),
    "one of several services": trusts(["lambda.amazonaws.com", "states.amazonaws.com"]),
    "a condition on something else": trusts("scheduler.amazonaws.com", {
      StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
    }),
    "a condition that is met where nothing is said": trusts("scheduler.amazonaws.com", {
      StringEqualsIfExists: { "aws:SourceAccount": "111122223333" },
    }),
    "a service that a platform team asks it of": {
      ...trusts("lambda.amazonaws.com"),
      configuration: { services: ["lambda.amazonaws.com"] },
    },
  },
  good: {
    "one's own resources": trusts("vpc-flow-logs.amazonaws.com", {
      ArnLike: { "AWS:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*" },
    }),
    "one's own organization": trusts("ssm.amazonaws.com", { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }),
    "a service that does not say for whom": trusts(["ec2.amazonaws.com", "lambda.amazonaws.com"]),
    "an account": {
      set: {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/app" },
          Action: "sts:AssumeRole",
        }),
      },
    },
    "what is no JSON": { set: { assumeRolePolicy: "{" } },
  },
  unknown: ["assumeRolePolicy"],
});
