import { cloudfrontTls12 } from "../../../../policy-packs/security-baseline/rules/cloudfront/cloudfront-tls12";
import { testRule } from "../../../support/rule";

const origin = "origins.0.customOriginConfig";

testRule(cloudfrontTls12, {
  bad: {
    "TLS 1.0": { set: { "viewerCertificate.minimumProtocolVersion": "TLSv1" } },
    "TLS 1.1": { set: { "viewerCertificate.minimumProtocolVersion": "TLSv1.1_2016" } },
    "the provider's default": { unset: ["viewerCertificate.minimumProtocolVersion"] },
    "CloudFront's own certificate": { set: { "viewerCertificate.cloudfrontDefaultCertificate": true } },
    "no certificate": { unset: ["viewerCertificate"] },
    "an origin over HTTP": { set: { [`${origin}.originProtocolPolicy`]: "http-only" } },
    "an origin that does not say": { unset: [`${origin}.originProtocolPolicy`] },
    "an origin over old TLS": { set: { [`${origin}.originSslProtocols`]: ["TLSv1.2", "TLSv1.1"] } },
    "an origin over SSL": { set: { [`${origin}.originSslProtocols`]: ["SSLv3"] } },
    "a second origin over HTTP": { set: { "origins.1.customOriginConfig": { originProtocolPolicy: "http-only" } } },
  },
  good: {
    "TLS 1.3": { set: { "viewerCertificate.minimumProtocolVersion": "TLSv1.3_2025" } },
    "an origin in S3": { set: { "origins.0": { domainName: "example.s3.amazonaws.com", originId: "site" } } },
    "an origin that is asked as viewers ask": { set: { [`${origin}.originProtocolPolicy`]: "match-viewer" } },
  },
  unknown: [
    "viewerCertificate",
    "viewerCertificate.minimumProtocolVersion",
    "origins",
    `${origin}.originProtocolPolicy`,
  ],
});
