import { cloudfrontS3OriginAccess } from "../../../../policy-packs/security-baseline/rules/cloudfront/cloudfront-s3-origin-access";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const bucket = { originId: "b", domainName: "example-site.s3.amazonaws.com" };
const custom = { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] };

testRule(cloudfrontS3OriginAccess, {
  bad: {
    "a bucket without a name": { unset: ["origins.0.originAccessControlId"] },
    "an empty control": { set: { "origins.0.originAccessControlId": "" } },
    "an empty identity": { props: { origins: [{ ...bucket, s3OriginConfig: { originAccessIdentity: "" } }] } },
    "a bucket as any server": { props: { origins: [{ ...bucket, customOriginConfig: custom }] } },
    "a bucket of a region as any server": {
      props: {
        origins: [{ originId: "b", domainName: "site.s3.eu-west-1.amazonaws.com", customOriginConfig: custom }],
      },
    },
    "a second bucket": { set: { "origins.1": bucket } },
    "a bucket that is not known yet": { props: { origins: [{ originId: "b", domainName: unknown }] } },
    "a bucket behind an unknown origin": { props: { origins: [unknown, bucket] } },
  },
  good: {
    "a control that is not known yet": { set: { "origins.0.originAccessControlId": unknown } },
    "an older identity": {
      props: {
        origins: [{ ...bucket, s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } }],
      },
    },
    "a server": { props: { origins: [{ originId: "a", domainName: "api.example.com", customOriginConfig: custom }] } },
    "a website of S3": {
      props: {
        origins: [
          { originId: "w", domainName: "example.s3-website-eu-west-1.amazonaws.com", customOriginConfig: custom },
          { originId: "x", domainName: "example.s3-website.eu-central-1.amazonaws.com", customOriginConfig: custom },
        ],
      },
    },
    "an origin in a VPC": {
      props: { origins: [{ originId: "v", domainName: "internal", vpcOriginConfig: { vpcOriginId: "vo_1" } }] },
    },
    "a distribution without origins": { props: {} },
  },
  unknown: ["origins"],
});
