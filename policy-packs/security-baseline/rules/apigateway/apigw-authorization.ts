import { resourceRule } from "../../../core/rule";

/** Who calls an API is asked for a name. */
export const apigwAuthorization = resourceRule({
  name: "apigw-authorization",
  title: "Methods and routes of API Gateway ask who calls, but for the OPTIONS of browsers.",
  severity: "high",
  types: ["aws:apigateway/method:Method", "aws:apigatewayv2/route:Route"],
  controls: {},
  remediationSteps:
    "Set authorization (of a route authorizationType) to AWS_IAM, JWT, CUSTOM or COGNITO_USER_POOLS with an authorizer.",
  docs: {
    why: "Whoever finds the address calls the API, and what is behind it, in anybody's name.",
    good: {
      "aws:apigateway/method:Method": { httpMethod: "GET", authorization: "AWS_IAM" },
      "aws:apigatewayv2/route:Route": { routeKey: "GET /orders", authorizationType: "AWS_IAM" },
    },
  },
  check({ type, props }, report) {
    if (type === "aws:apigateway/method:Method") {
      // An API key is no proof of who calls, but whoever has none is kept out.
      if (props.httpMethod !== "OPTIONS" && isOpen(props.authorization) && props.apiKeyRequired !== true) {
        report("anyone may call the method: set authorization to AWS_IAM, CUSTOM or COGNITO_USER_POOLS");
      }
    } else if (!mayBeOpen(props.routeKey) && isOpen(props.authorizationType) && props.apiKeyRequired !== true) {
      report("anyone may call the route: set authorizationType to AWS_IAM, JWT or CUSTOM");
    }
  },
});

/** AWS's default is NONE. */
const isOpen = (authorization: string | undefined): boolean => (authorization ?? "NONE") === "NONE";

/** A WebSocket asks once, on $connect; browsers ask OPTIONS before they send credentials. */
const mayBeOpen = (routeKey: string | undefined): boolean =>
  /^OPTIONS /.test(routeKey ?? "") || routeKey === "$disconnect";
