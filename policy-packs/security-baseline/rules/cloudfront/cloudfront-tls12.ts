import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** CloudFront speaks TLS 1.2 or newer on both sides. */
export const cloudfrontTls12 = resourceRule({
  name: "cloudfront-tls12",
  title: "CloudFront speaks TLS 1.2 or newer with viewers and with its own origins.",
  severity: "high",
  types: ["aws:cloudfront/distribution:Distribution"],
  controls: {
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps:
    'Set viewerCertificate to a certificate of ACM with minimumProtocolVersion "TLSv1.2_2021", and in each customOriginConfig originProtocolPolicy to "https-only" and originSslProtocols to ["TLSv1.2"].',
  docs: {
    why: "Somebody on the way, on either side of CloudFront, reads what was sent over HTTP or broken versions of TLS.",
    good: {
      "aws:cloudfront/distribution:Distribution": {
        viewerCertificate: {
          acmCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d",
          minimumProtocolVersion: "TLSv1.2_2021",
          sslSupportMethod: "sni-only",
        },
        origins: [
          {
            originId: "api",
            domainName: "api.example.com",
            customOriginConfig: {
              httpPort: 80,
              httpsPort: 443,
              originProtocolPolicy: "https-only",
              originSslProtocols: ["TLSv1.2"],
            },
          },
        ],
      },
    },
  },
  check({ props: distribution }, report) {
    forEachKnown(["viewers", "origins"], (side) => {
      if (side === "origins") {
        forEachKnown(distribution.origins, ({ customOriginConfig: origin }) => {
          if (origin && !isEncrypted(origin.originProtocolPolicy)) {
            report("an origin is asked over HTTP: set originProtocolPolicy in its customOriginConfig to https-only");
          }
          forEachKnown(origin?.originSslProtocols, (protocol) => {
            if (isOld(protocol)) report("an origin may answer with old TLS: set originSslProtocols to TLSv1.2");
          });
        });
      } else if (!isTls12(distribution.viewerCertificate)) {
        report("viewers may use TLS 1.0: set viewerCertificate with minimumProtocolVersion TLSv1.2_2021");
      }
    });
  },
});

/** With CloudFront's own certificate it is TLSv1, whatever is set (docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html). */
const isTls12 = (
  certificate:
    | { readonly cloudfrontDefaultCertificate?: boolean; readonly minimumProtocolVersion?: string }
    | undefined,
): boolean =>
  certificate?.cloudfrontDefaultCertificate !== true && /^TLSv1\.[23]_/.test(certificate?.minimumProtocolVersion ?? "");

/** As the viewer asks, which is over HTTPS: see cloudfront-https. */
const isEncrypted = (policy: string | undefined): boolean => policy === "https-only" || policy === "match-viewer";

const isOld = (protocol: string): boolean => ["SSLv3", "TLSv1", "TLSv1.1"].includes(protocol);
