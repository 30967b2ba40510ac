import { s3CorsRestricted } from "../../../../policy-packs/security-baseline/rules/s3/s3-cors-restricted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const configuration = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";
const anyWrite = { allowedMethods: ["DELETE"], allowedOrigins: ["*"] };

testRule(s3CorsRestricted, {
  bad: {
    "every site that uploads": { set: { "corsRules.0.allowedMethods": ["GET", "PUT"] } },
    "every site that posts": { of: configuration, set: { "corsRules.0.allowedOrigins": ["*"] } },
    "every site beside one": { of: configuration, set: { "corsRules.0.allowedOrigins": ["https://example.com", "*"] } },
    "every site over HTTPS": { of: configuration, set: { "corsRules.0.allowedOrigins": ["https://*"] } },
    "every site under a top-level domain": {
      of: configuration,
      set: { "corsRules.0.allowedOrigins": ["http://*.com"] },
    },
    "a second rule": { set: { "corsRules.1": anyWrite } },
    "a rule behind an unknown one": { props: { corsRules: [unknown, anyWrite] } },
    "a method behind an unknown one": {
      props: { corsRules: [{ allowedMethods: [unknown, "PUT"], allowedOrigins: ["*"] }] },
    },
  },
  good: {
    "a bucket without rules": { props: {} },
    "sites of one's own": { of: configuration, set: { "corsRules.0.allowedOrigins": ["https://*.example.com"] } },
    "one site with any header": { of: configuration, set: { "corsRules.0.allowedHeaders": ["*"] } },
    "a rule that allows nobody": { of: configuration, set: { "corsRules.0.allowedOrigins": [] } },
    "a rule that says nothing": { props: { corsRules: [{}] } },
  },
  unknown: ["corsRules", "corsRules.0.allowedOrigins", "corsRules.0.allowedMethods"],
});
