import { resourceRule } from "../../../core/rule";

/** Function URLs ask who calls. */
export const lambdaUrlAuth = resourceRule({
  name: "lambda-url-auth",
  title: "The URL of a Lambda function takes requests that IAM authenticates only.",
  severity: "critical",
  types: ["aws:lambda/functionUrl:FunctionUrl"],
  controls: {
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
      ...["AC-17(10)", "MP-2", "SC-7(3)", "SC-7(7)", "SC-7(9)", "SC-7(11)", "SC-7(12)", "SC-7(16)"],
      ...["SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7", "SC-25"],
    ],
    "iso27001-2022": ["A.8.1"],
  },
  remediationSteps: 'Set authorizationType to "AWS_IAM", and let public users in by CloudFront or an API.',
  docs: {
    why: "Whoever finds the URL calls the function, as often as they like and at our cost.",
    good: { "aws:lambda/functionUrl:FunctionUrl": { functionName: "orders", authorizationType: "AWS_IAM" } },
  },
  check({ props: url }, report) {
    if (url.authorizationType !== "AWS_IAM") report("anyone may call the function: set authorizationType to AWS_IAM");
  },
});
