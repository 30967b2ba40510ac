import { opensearchHttpsTls12 } from "../../../../policy-packs/security-baseline/rules/opensearch/opensearch-https-tls12";
import { testRule } from "../../../support/rule";

const elasticsearch = "aws:elasticsearch/domain:Domain";

testRule(opensearchHttpsTls12, {
  bad: {
    "a domain left at its defaults": { props: {} },
    "plain HTTP": { set: { "domainEndpointOptions.enforceHttps": false } },
    "TLS 1.0": { set: { "domainEndpointOptions.tlsSecurityPolicy": "Policy-Min-TLS-1-0-2019-07" } },
    "TLS left at the default": { unset: ["domainEndpointOptions.tlsSecurityPolicy"] },
    "plain HTTP of Elasticsearch": { of: elasticsearch, set: { "domainEndpointOptions.enforceHttps": false } },
    "an Elasticsearch domain left at its defaults": { of: elasticsearch, unset: ["domainEndpointOptions"] },
  },
  good: {
    "HTTPS left at the provider's default": { unset: ["domainEndpointOptions.enforceHttps"] },
    "the older policy": { set: { "domainEndpointOptions.tlsSecurityPolicy": "Policy-Min-TLS-1-2-2019-07" } },
  },
  unknown: ["domainEndpointOptions", "domainEndpointOptions.tlsSecurityPolicy"],
});
