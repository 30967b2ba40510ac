import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty, isSet } from "../../../core/unknown";

const accessLogSettings = {
  destinationArn: "arn:aws:logs:eu-central-1:111122223333:log-group:orders",
  format: "$context.requestId $context.identity.sourceIp $context.status",
};

/** API stages log requests. */
export const apigwAccessLogging = resourceRule({
  name: "apigw-access-logging",
  title: "Stages of API Gateway log every request.",
  severity: "medium",
  types: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  controls: {
    "cis-aws-7.0": ["4.10"],
    soc2: ["CC7.2", "CC7.3", "A1.1", "PI1.2"],
    "nist-800-53-r5": [
      ...["AC-4(26)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8", "AU-10", "AU-12"],
      ...["AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)", "AU-14", "AU-14(3)", "CA-7", "CM-5(1)", "IA-3(3)"],
      ...["MA-4(1)", "PM-14", "PM-31", "SC-7(9)", "SI-4(17)", "SI-7(8)"],
    ],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps: "Set accessLogSettings with the ARN of a log group and a format.",
  docs: {
    why: "After an attack nobody can tell who asked for what, and what was answered.",
    good: {
      "aws:apigateway/stage:Stage": { stageName: "live", accessLogSettings },
      "aws:apigatewayv2/stage:Stage": { name: "live", accessLogSettings },
    },
  },
  check({ type, props: stage }, report) {
    forEachKnown(["access", "execution"], (logs) => {
      if (logs === "access") {
        const settings = stage.accessLogSettings;
        if (!isNonEmpty(settings, "destinationArn") || (isSet(settings, "format") && !isNonEmpty(settings, "format"))) {
          report("requests are not logged: set accessLogSettings with destinationArn and format");
        }
      } else if (type === "aws:apigatewayv2/stage:Stage" && isTurnedOff(stage.defaultRouteSettings)) {
        report(
          "errors are not logged: set defaultRouteSettings.loggingLevel to ERROR, or leave it out for an HTTP API",
        );
      }
    });
  },
});

/** Only where somebody says so: HTTP APIs have no such logs, and AWS refuses to turn them on. */
const isTurnedOff = (settings: { readonly loggingLevel?: string } | undefined): boolean =>
  settings?.loggingLevel === "OFF" || settings?.loggingLevel === "";
