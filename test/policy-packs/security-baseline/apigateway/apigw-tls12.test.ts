import { apigwTls12 } from "../../../../policy-packs/security-baseline/rules/apigateway/apigw-tls12";
import { testRule } from "../../../support/rule";

const http = "aws:apigatewayv2/domainName:DomainName";

testRule(apigwTls12, {
  bad: {
    "a domain name left at its default": { unset: ["securityPolicy"] },
    "TLS 1.0": { set: { securityPolicy: "TLS_1_0" } },
    "an empty policy": { set: { securityPolicy: "" } },
    "TLS 1.0 of version 2": { of: http, set: { "domainNameConfiguration.securityPolicy": "TLS_1_0" } },
    "version 2 without a configuration": { of: http, unset: ["domainNameConfiguration"] },
  },
  good: {
    "TLS 1.3 only": { set: { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" } },
    "TLS 1.2 at the edge": { set: { securityPolicy: "SecurityPolicy_TLS12_PFS_2025_EDGE" } },
  },
  unknown: ["securityPolicy"],
});
