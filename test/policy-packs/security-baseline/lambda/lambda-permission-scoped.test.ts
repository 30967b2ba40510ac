import { lambdaPermissionScoped } from "../../../../policy-packs/security-baseline/rules/lambda/lambda-permission-scoped";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(lambdaPermissionScoped, {
  bad: {
    "a service for all its customers": { unset: ["sourceArn"] },
    "an empty source": { set: { sourceArn: "" } },
    "a regional service": { set: { principal: "logs.eu-central-1.amazonaws.com" }, unset: ["sourceArn"] },
    everyone: { set: { principal: "*" }, unset: ["sourceArn"] },
    "every action": { set: { action: "lambda:*" } },
    "another action": { set: { action: "lambda:DeleteFunction" } },
    "every action of an unknown source": { set: { action: "lambda:*", principal: unknown } },
  },
  good: {
    "an account": { props: { action: "lambda:InvokeFunction", principal: "111122223333" } },
    "a role": {
      props: { action: "lambda:InvokeFunction", principal: "arn:aws:iam::111122223333:role/orders" },
    },
    "the source's account": { set: { sourceAccount: "111122223333" }, unset: ["sourceArn"] },
    "our organization": { set: { principal: "*", principalOrgId: "o-abcdefghij" }, unset: ["sourceArn"] },
    "a source that is made with it": { set: { sourceArn: unknown } },
    "a skill of Alexa": {
      props: {
        action: "lambda:InvokeFunction",
        principal: "alexa-appkit.amazon.com",
        eventSourceToken: "amzn1.ask.skill.0a1b2c3d",
      },
    },
    "calls by the function's URL": {
      props: { action: "lambda:InvokeFunctionUrl", principal: "111122223333", functionUrlAuthType: "AWS_IAM" },
    },
  },
  unknown: ["action"],
});
