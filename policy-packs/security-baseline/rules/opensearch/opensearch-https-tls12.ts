import { resourceRule } from "../../../core/rule";

/** OpenSearch answers over TLS 1.2 or newer only. */
export const opensearchHttpsTls12 = resourceRule({
  name: "opensearch-https-tls12",
  title: "An OpenSearch domain takes HTTPS with TLS 1.2 or newer only.",
  severity: "high",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  controls: {
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps:
    'Set domainEndpointOptions to { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" }.',
  docs: {
    why: "Queries and their answers, passwords included, can be read on the way where plain HTTP or old TLS is accepted.",
    good: {
      "aws:opensearch/domain:Domain": {
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
      },
      "aws:elasticsearch/domain:Domain": {
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" },
      },
    },
  },
  check({ props: domain }, report) {
    const endpoint = domain.domainEndpointOptions;
    if (!enforcesHttps(endpoint)) {
      report("the domain answers plain HTTP: set domainEndpointOptions.enforceHttps to true");
    }
    if (!isTls12(endpoint?.tlsSecurityPolicy)) {
      report(
        "the domain takes TLS 1.0: set domainEndpointOptions.tlsSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10 or Policy-Min-TLS-1-2-2019-07",
      );
    }
  },
  remediate({ props: domain }) {
    domain.domainEndpointOptions ??= {};
    const endpoint = domain.domainEndpointOptions;
    if (!enforcesHttps(endpoint)) endpoint.enforceHttps = true;
    if (!isTls12(endpoint.tlsSecurityPolicy)) endpoint.tlsSecurityPolicy = "Policy-Min-TLS-1-2-2019-07";
  },
});

/** AWS does not by itself; the provider does where it is given the options without saying. */
const enforcesHttps = (endpoint: { readonly enforceHttps?: boolean } | undefined): boolean =>
  endpoint !== undefined && endpoint !== null && (endpoint.enforceHttps ?? true);

/** AWS's default is Policy-Min-TLS-1-0-2019-07 (docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html). */
const isTls12 = (policy: string | undefined): boolean => /^Policy-Min-TLS-1-[23]-/.test(policy ?? "");
