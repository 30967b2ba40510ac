import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Functions run what the pipeline signed. */
export const lambdaCodeSigning = resourceRule({
  name: "lambda-code-signing",
  title: "A Lambda function takes signed code only.",
  severity: "low",
  types: ["aws:lambda/function:Function"],
  controls: {},
  remediationSteps:
    "Set codeSigningConfigArn to the ARN of an aws.lambda.CodeSigningConfig whose policies.untrustedArtifactOnDeployment is Enforce.",
  docs: {
    why: "Whoever may update the function runs any code with its role, and nobody sees that it did not come from the pipeline.",
    good: {
      "aws:lambda/function:Function": {
        codeSigningConfigArn: "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0123456789abcdef0",
      },
    },
  },
  check({ props: lambda }, report) {
    // Lambda does not sign images (docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html).
    if (!isNonEmpty(lambda, "codeSigningConfigArn") && lambda.packageType !== "Image") {
      report("the function takes any code: set codeSigningConfigArn");
    }
  },
});
