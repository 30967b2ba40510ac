import { s3NoWebsiteHosting } from "../../../../policy-packs/security-baseline/rules/s3/s3-no-website-hosting";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const website = "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration";

testRule(s3NoWebsiteHosting, {
  bad: {
    "a site of the bucket's own": { set: { website: { indexDocument: "index.html" } } },
    "a site with errors only": { set: { website: { errorDocument: "error.html" } } },
    "a site": { of: website, props: { bucket: "example", indexDocument: { suffix: "index.html" } } },
    "a site of a bucket that is not known yet": {
      of: website,
      props: { bucket: unknown, indexDocument: { suffix: "index.html" } },
    },
    "a redirect to nowhere": { of: website, set: { redirectAllRequestsTo: undefined } },
  },
  good: {
    "a redirect of the bucket's own": { set: { website: { redirectAllRequestsTo: "https://example.com" } } },
    "a redirect that is not known yet": { of: website, set: { redirectAllRequestsTo: unknown } },
  },
  unknown: ["website"],
});
