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
    "nist-800-53-r5": [
      ...["AC-2(6)", "AC-3", "AC-3(7)", "AC-4(21)", "AC-6", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)"],
      ...["AC-17(10)", "CM-6", "CM-9", "MP-2", "SC-7(3)", "SC-7(7)", "SC-7(9)", "SC-7(11)"],
      ...["SC-7(12)", "SC-7(16)", "SC-7(20)", "SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)"],
      ...["SC-7(28)", "SC-7", "SC-25"],
    ],
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
