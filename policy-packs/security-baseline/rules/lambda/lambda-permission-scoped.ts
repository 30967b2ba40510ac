import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

/** Services call functions for us, not for their other customers. */
export const lambdaPermissionScoped = resourceRule({
  name: "lambda-permission-scoped",
  title: "A permission of a Lambda function names whose resource may call it, and lets it do nothing but call.",
  severity: "high",
  types: ["aws:lambda/permission:Permission"],
  controls: {},
  remediationSteps:
    "Set sourceArn to the ARN of what calls, or sourceAccount to its account, and action to lambda:InvokeFunction.",
  docs: {
    why: "Without the source, a topic or bucket of any customer of AWS may call the function through the same service.",
    good: {
      "aws:lambda/permission:Permission": {
        action: "lambda:InvokeFunction",
        principal: "sns.amazonaws.com",
        sourceArn: "arn:aws:sns:eu-central-1:111122223333:orders",
      },
    },
  },
  check({ props: permission }, report) {
    forEachKnown(["action", "source"], (part) => {
      if (part === "action") {
        if (!/^lambda:InvokeFunction(Url)?$/.test(permission.action ?? "")) {
          report("more than calls is allowed: set action to lambda:InvokeFunction");
        }
      } else if (
        !scopes.some((scope) => isNonEmpty(permission, scope)) &&
        /(^\*|\.amazonaws\.com(\.cn)?|\.amazon\.com)$/.test(permission.principal ?? "")
      ) {
        report("resources of any account may call the function: set sourceArn or sourceAccount");
      }
    });
  },
});

/** Alexa, which has no ARN, is told by a token. */
const scopes = ["sourceArn", "sourceAccount", "principalOrgId", "eventSourceToken"] as const;
