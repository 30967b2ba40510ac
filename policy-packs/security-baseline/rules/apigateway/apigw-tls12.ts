import { resourceRule } from "../../../core/rule";

/** APIs speak TLS 1.2 or newer. */
export const apigwTls12 = resourceRule({
  name: "apigw-tls12",
  title: "Domain names of API Gateway take TLS 1.2 or newer only.",
  severity: "high",
  types: ["aws:apigateway/domainName:DomainName", "aws:apigatewayv2/domainName:DomainName"],
  controls: {},
  remediationSteps: 'Set securityPolicy (in version 2 in domainNameConfiguration) to "TLS_1_2".',
  docs: {
    why: "TLS 1.0 and 1.1 can be broken, so that somebody on the way reads what clients believe is secret.",
    good: {
      "aws:apigateway/domainName:DomainName": { domainName: "api.example.com", securityPolicy: "TLS_1_2" },
      "aws:apigatewayv2/domainName:DomainName": {
        domainName: "api.example.com",
        domainNameConfiguration: { endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
      },
    },
  },
  check({ type, props: domain }, report) {
    if (type === "aws:apigateway/domainName:DomainName") {
      if (!isTls12(domain.securityPolicy)) report("old TLS is taken: set securityPolicy to TLS_1_2");
    } else if (!isTls12(domain.domainNameConfiguration?.securityPolicy)) {
      report("old TLS is taken: set domainNameConfiguration.securityPolicy to TLS_1_2");
    }
  },
  remediate({ type, props: domain }) {
    if (type === "aws:apigatewayv2/domainName:DomainName") domain.domainNameConfiguration ??= {};
    const holder = type === "aws:apigateway/domainName:DomainName" ? domain : domain.domainNameConfiguration;
    if (holder && !isTls12(holder.securityPolicy)) holder.securityPolicy = "TLS_1_2";
  },
});

/**
 * Whoever says nothing may get TLS_1_0. The enhanced policies, SecurityPolicy_…, all begin with TLS 1.2 or 1.3
 * (docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html).
 */
const isTls12 = (policy: string | undefined): boolean => /^(TLS_1_2$|SecurityPolicy_TLS1[23]_)/.test(policy ?? "");
