import { cloudfrontHttps } from "../../../../policy-packs/security-baseline/rules/cloudfront/cloudfront-https";
import { testRule } from "../../../support/rule";

testRule(cloudfrontHttps, {
  bad: {
    "HTTP on all paths": { set: { "defaultCacheBehavior.viewerProtocolPolicy": "allow-all" } },
    "nothing said": { unset: ["defaultCacheBehavior.viewerProtocolPolicy"] },
    "HTTP on one path": { set: { "orderedCacheBehaviors.0.viewerProtocolPolicy": "allow-all" } },
    "HTTP on a second path": { set: { "orderedCacheBehaviors.1": { viewerProtocolPolicy: "allow-all" } } },
  },
  good: {
    "no further paths": { unset: ["orderedCacheBehaviors"] },
    "a redirect on a path": { set: { "orderedCacheBehaviors.0.viewerProtocolPolicy": "redirect-to-https" } },
  },
  unknown: ["defaultCacheBehavior", "defaultCacheBehavior.viewerProtocolPolicy", "orderedCacheBehaviors"],
});
