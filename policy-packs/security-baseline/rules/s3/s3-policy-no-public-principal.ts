import { notPublic } from "../../../core/controls";
import { reportPublicStatements } from "../../../core/policy-document";
import { resourceRule } from "../../../core/rule";

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/invoices" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::invoices/*",
    },
  ],
});

/** No bucket policy lets everyone in. */
export const s3PolicyNoPublicPrincipal = resourceRule({
  name: "s3-policy-no-public-principal",
  title: "An S3 bucket's policy allows no principal * without a condition that says who.",
  severity: "critical",
  types: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket"],
  controls: {
    "cis-aws-7.0": ["2.21"],
    "nist-800-53-r5": [...notPublic.nist, "CM-6", "CM-9"],
    "iso27001-2022": ["A.8.1"],
  },
  remediationSteps:
    "Name roles, accounts or services as principals, or add a condition on aws:PrincipalOrgID, aws:SourceVpce or aws:SourceArn; publish through CloudFront with an origin access control.",
  docs: {
    why: "Public buckets are searched for all the time, and what has been copied from one cannot be taken back.",
    good: { "aws:s3/bucketPolicy:BucketPolicy": { policy }, "aws:s3/bucket:Bucket": { policy } },
  },
  check({ props }, report) {
    if (props.policy !== undefined && props.policy !== null) reportPublicStatements(props.policy, "policy", report);
  },
});
