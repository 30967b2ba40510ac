import { resourceRule } from "../../../core/rule";
import { forEachKnown, someKnown } from "../../../core/unknown";

/** Only sites that are named may write from a browser. */
export const s3CorsRestricted = resourceRule({
  name: "s3-cors-restricted",
  title: "No CORS rule of a bucket lets every site write or delete.",
  severity: "medium",
  types: ["aws:s3/bucket:Bucket", "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"],
  controls: {},
  remediationSteps: "Name the sites in allowedOrigins, or allow GET and HEAD only.",
  docs: {
    why: "With such a rule any page that somebody visits may write to the bucket by what their browser holds: a signed URL or a session.",
    good: {
      "aws:s3/bucket:Bucket": {
        corsRules: [{ allowedMethods: ["GET", "HEAD"], allowedOrigins: ["*"] }],
      },
      "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": {
        corsRules: [{ allowedMethods: ["PUT", "POST"], allowedOrigins: ["https://app.example.com"] }],
      },
    },
  },
  check({ props }, report) {
    forEachKnown<CorsRule>(props.corsRules, ({ allowedMethods, allowedOrigins }) => {
      if (someKnown(allowedOrigins, isAnySite) && someKnown(allowedMethods, writes)) {
        report("every site may write by a rule in corsRules: name the sites in its allowedOrigins");
      }
    });
  },
});

interface CorsRule {
  readonly allowedMethods?: readonly string[];
  readonly allowedOrigins?: readonly string[];
}

/** `*`, or a wildcard for the whole name or all but its top-level domain; `https://*.example.com` is somebody's own. */
const isAnySite = (origin: string): boolean => /^(https?:\/\/)?\*(\.[^.]+)?$/i.test(origin);

const writes = (method: string): boolean => !["GET", "HEAD"].includes(method.toUpperCase());
