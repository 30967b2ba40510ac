import { isFor } from "../../../core/buckets";
import { deniesPlainHttp, statementsOf } from "../../../core/policy-document";
import { stackRule } from "../../../core/rule";
import { someKnown } from "../../../core/unknown";

const bucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

/** Buckets take requests over TLS only. */
export const s3PolicyRequiresTls = stackRule({
  name: "s3-policy-requires-tls",
  title: "An S3 bucket's policy denies requests that are not made over TLS.",
  severity: "medium",
  types: [bucketPolicy, "aws:s3/bucket:Bucket"],
  controls: {
    "cis-aws-3.0": ["2.1.1"],
    "cis-aws-5.0": ["2.1.1"],
    "cis-aws-7.0": ["3.1.1"],
    "nist-800-53-r5": [
      ...["AC-4", "AC-4(22)", "AC-17(2)", "AC-24(1)", "AU-9(3)", "CA-9", "CM-6", "CM-9", "IA-5(1)"],
      ...["PM-11", "PM-17", "SC-7(4)", "SC-7(5)", "SC-8", "SC-8(1)", "SC-8(2)", "SC-8(3)", "SC-8(4)"],
      ...["SC-8(5)", "SC-13", "SC-16(1)", "SC-23", "SI-1"],
    ],
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps:
    'Add a statement to the bucket\'s policy: Effect Deny, Principal "*", Action "s3:*", the bucket and its objects as Resource, Condition { "Bool": { "aws:SecureTransport": "false" } }.',
  docs: {
    why: "S3 answers plain HTTP as well: objects, and the signatures that open them, can then be read on the way.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      {
        type: bucketPolicy,
        name: "policy",
        props: {
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: ["arn:aws:s3:::invoices", "arn:aws:s3:::invoices/*"],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
              },
            ],
          }),
        },
        dependsOn: { bucket: ["invoices"] },
      },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === bucketPolicy) {
      if (!requiresTls(resource.props.policy)) report("policy lets plain HTTP in: deny aws:SecureTransport false");
    } else if (
      !someKnown(stack.ofType(bucketPolicy), (one) => isFor(one, resource)) &&
      !requiresTls(resource.props.policy)
    ) {
      // What a policy of its own says is reported there.
      report(
        "no policy of the bucket denies plain HTTP: add an aws.s3.BucketPolicy that denies aws:SecureTransport false",
      );
    }
  },
});

const requiresTls = (policy: unknown): boolean =>
  statementsOf(policy)?.some((statement) => deniesPlainHttp(statement, "s3")) ?? false;
