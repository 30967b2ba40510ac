import { apigwAuthorization } from "../../../../policy-packs/security-baseline/rules/apigateway/apigw-authorization";
import { testRule } from "../../../support/rule";

const route = "aws:apigatewayv2/route:Route";

testRule(apigwAuthorization, {
  bad: {
    "an open method": { set: { authorization: "NONE" } },
    "an open method with an authorizer that it does not use": {
      set: { authorization: "NONE", authorizerId: "abc123" },
    },
    "an open method of any verb": { set: { httpMethod: "ANY", authorization: "NONE" } },
    "a method that says nothing": { unset: ["authorization"] },
    "a route left at its default": { of: route, unset: ["authorizationType"] },
    "an open route": { of: route, set: { authorizationType: "NONE" } },
    "the default route": { of: route, props: { routeKey: "$default" } },
    "the connection of a WebSocket": { of: route, props: { routeKey: "$connect" } },
  },
  good: {
    "the OPTIONS of browsers": { set: { httpMethod: "OPTIONS", authorization: "NONE" } },
    "an API key": { set: { authorization: "NONE", apiKeyRequired: true } },
    "a user pool": { set: { authorization: "COGNITO_USER_POOLS" } },
    "a route with tokens": { of: route, set: { authorizationType: "JWT" } },
    "a route for the OPTIONS of browsers": { of: route, props: { routeKey: "OPTIONS /{proxy+}" } },
    "the end of a WebSocket": { of: route, props: { routeKey: "$disconnect" } },
  },
  unknown: ["authorization", "httpMethod"],
});
