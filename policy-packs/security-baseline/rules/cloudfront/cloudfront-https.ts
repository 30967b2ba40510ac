import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Viewers use HTTPS. */
export const cloudfrontHttps = resourceRule({
  name: "cloudfront-https",
  title: "CloudFront takes HTTPS, or redirects to it, on every path.",
  severity: "high",
  types: ["aws:cloudfront/distribution:Distribution"],
  controls: {
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps:
    'Set viewerProtocolPolicy to "redirect-to-https", or to "https-only" for APIs, in defaultCacheBehavior and in each of orderedCacheBehaviors.',
  docs: {
    why: "Whoever is on the way between a user and CloudFront reads and changes what is sent over HTTP, sessions included.",
    good: {
      "aws:cloudfront/distribution:Distribution": {
        defaultCacheBehavior: { targetOriginId: "site", viewerProtocolPolicy: "redirect-to-https" },
        orderedCacheBehaviors: [{ pathPattern: "/api/*", targetOriginId: "api", viewerProtocolPolicy: "https-only" }],
      },
    },
  },
  check({ props: distribution }, report) {
    forEachKnown(["default", "ordered"], (behaviors) => {
      if (behaviors === "ordered") {
        forEachKnown(distribution.orderedCacheBehaviors, (behavior) => {
          if (!isHttps(behavior)) report(`a path is served over HTTP: ${advice} in orderedCacheBehaviors`);
        });
      } else if (distribution.defaultCacheBehavior && !isHttps(distribution.defaultCacheBehavior)) {
        report(`pages are served over HTTP: ${advice} in defaultCacheBehavior`);
      }
    });
  },
  remediate({ props: distribution }) {
    forEachKnown([distribution.defaultCacheBehavior, ...(distribution.orderedCacheBehaviors ?? [])], (behavior) => {
      if (behavior && !isHttps(behavior)) behavior.viewerProtocolPolicy = "redirect-to-https";
    });
  },
});

const advice = "set viewerProtocolPolicy to redirect-to-https or https-only";

const isHttps = ({ viewerProtocolPolicy }: { readonly viewerProtocolPolicy?: string }): boolean =>
  viewerProtocolPolicy === "https-only" || viewerProtocolPolicy === "redirect-to-https";
