import { apigwAccessLogging } from "../../../../policy-packs/security-baseline/rules/apigateway/apigw-access-logging";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const http = "aws:apigatewayv2/stage:Stage";

testRule(apigwAccessLogging, {
  bad: {
    "a stage left at its defaults": { props: {} },
    "logs to nowhere": { set: { "accessLogSettings.destinationArn": "" } },
    "an empty format": { set: { "accessLogSettings.format": "" } },
    "a stage of version 2": { of: http, unset: ["accessLogSettings"] },
    "execution logs that are off": { of: http, set: { defaultRouteSettings: { loggingLevel: "OFF" } } },
    "execution logs of no level": { of: http, set: { defaultRouteSettings: { loggingLevel: "" } } },
    "execution logs that are off behind unknown settings": {
      of: http,
      set: { accessLogSettings: unknown, defaultRouteSettings: { loggingLevel: "OFF" } },
    },
  },
  good: {
    "a log group that is made with it": { set: { "accessLogSettings.destinationArn": unknown } },
    "execution logs": { of: http, set: { defaultRouteSettings: { loggingLevel: "ERROR" } } },
    "other settings of routes": { of: http, set: { defaultRouteSettings: { throttlingRateLimit: 100 } } },
  },
  unknown: ["accessLogSettings"],
});
