import { z } from "zod";
import { type Report, type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { isNonEmpty, judgeAll, refersTo, someKnown } from "../../../core/unknown";

const lambda = "aws:lambda/function:Function";
const invokeConfig = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
type Lambda = Typed<StackResource, typeof lambda>;

const asks = ["failures", "concurrency", "tracing"] as const;

/** Functions lose no event, leave room for others and can be looked into. */
export const lambdaResilience = stackRule({
  name: "lambda-resilience",
  title: "A Lambda function keeps events that fail, has its own concurrency and is traced.",
  severity: "low",
  types: [lambda],
  parameters: z.object({
    require: z
      .array(z.enum(asks))
      .default([...asks])
      .describe("What is asked: a place for events that fail, reserved concurrency, tracing"),
  }),
  controls: {},
  remediationSteps:
    "Set deadLetterConfig.targetArn, or add an aws.lambda.FunctionEventInvokeConfig with destinationConfig.onFailure; set reservedConcurrentExecutions; set tracingConfig.mode to Active.",
  docs: {
    why: "An event that fails thrice is gone; one function that runs wild takes the concurrency of the whole account; and nobody sees where the time went.",
    good: [
      {
        type: lambda,
        name: "orders",
        props: {
          deadLetterConfig: { targetArn: "arn:aws:sqs:eu-west-1:111122223333:orders-failed" },
          reservedConcurrentExecutions: 20,
          tracingConfig: { mode: "Active" },
        },
      },
    ],
  },
  check(resource, report, stack, { require: asked }) {
    judgeAll(...asks.filter((one) => asked.includes(one)).map((one) => () => checks[one](resource, report, stack)));
  },
});

const checks: Readonly<Record<(typeof asks)[number], (resource: Lambda, report: Report, stack: Stack) => void>> = {
  failures(resource, report, stack) {
    if (isNonEmpty(resource.props.deadLetterConfig, "targetArn")) return;
    const hasDestination = someKnown(
      stack.ofType(invokeConfig),
      (config) =>
        isNonEmpty(config.props.destinationConfig?.onFailure, "destination") &&
        refersTo(config, "functionName", resource),
    );
    if (!hasDestination)
      report("events that fail are lost: set deadLetterConfig.targetArn or a destination on failure");
  },
  concurrency({ props }, report) {
    // -1, which is the default, is what the account has left.
    if ((props.reservedConcurrentExecutions ?? -1) < 0) {
      report("the function shares the account's concurrency: set reservedConcurrentExecutions");
    }
  },
  tracing({ props }, report) {
    if (props.tracingConfig?.mode !== "Active") {
      report("the function is not traced by itself: set tracingConfig.mode to Active");
    }
  },
};
