import { notPublic } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";

/** Function URLs ask who calls. */
export const lambdaUrlAuth = resourceRule({
  name: "lambda-url-auth",
  title: "The URL of a Lambda function takes requests that IAM authenticates only.",
  severity: "critical",
  types: ["aws:lambda/functionUrl:FunctionUrl"],
  controls: {
    "nist-800-53-r5": notPublic.nist,
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
