import { lambdaResilience } from "../../../../policy-packs/reliability/rules/lambda/lambda-resilience";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const invokeConfig = (props: object) => ({
  type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  name: "invoke",
  props: { functionName: unknown, ...props },
  dependsOn: { functionName: ["orders"] },
});
const destinationConfig = { onFailure: { destination: "arn:aws:sqs:eu-west-1:111122223333:orders-failed" } };

testRule(lambdaResilience, {
  bad: {
    "a function left at its defaults": { props: {} },
    "a function that loses events": { unset: ["deadLetterConfig"] },
    "a queue without a name": { set: { deadLetterConfig: { targetArn: "" } } },
    "a destination for what succeeds": {
      unset: ["deadLetterConfig"],
      add: [invokeConfig({ destinationConfig: { onSuccess: destinationConfig.onFailure } })],
    },
    "a function that shares concurrency": { unset: ["reservedConcurrentExecutions"] },
    "a function that says that it shares": { set: { reservedConcurrentExecutions: -1 } },
    "a function that is traced if its caller is": { set: { "tracingConfig.mode": "PassThrough" } },
    "a function without tracing": { unset: ["tracingConfig"] },
    "no tracing behind an unknown queue": { set: { deadLetterConfig: unknown }, unset: ["tracingConfig"] },
    "the one thing that is asked": { props: {}, configuration: { require: ["tracing"] } },
  },
  good: {
    "a destination on failure": { unset: ["deadLetterConfig"], add: [invokeConfig({ destinationConfig })] },
    "a queue that is not known yet": { set: { "deadLetterConfig.targetArn": unknown } },
    "a function that is switched off": { set: { reservedConcurrentExecutions: 0 } },
    "a function of which nothing is asked": { props: {}, configuration: { require: [] } },
    "a function that is only traced": {
      props: { tracingConfig: { mode: "Active" } },
      configuration: { require: ["tracing"] },
    },
  },
  unknown: ["deadLetterConfig", "reservedConcurrentExecutions", "tracingConfig.mode"],
});
