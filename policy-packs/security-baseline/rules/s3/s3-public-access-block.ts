import { type Bucket, bucketTypes, isFor, publicAccessSwitches as switches } from "../../../core/buckets";
import { stackRule } from "../../../core/rule";
import { forEachKnown, someKnown } from "../../../core/unknown";

const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const accountBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

/** No bucket can be made public. */
export const s3PublicAccessBlock = stackRule({
  name: "s3-public-access-block",
  title: "Every S3 bucket blocks public ACLs and public policies.",
  severity: "high",
  types: [...bucketTypes, block],
  controls: {
    "cis-aws-3.0": ["2.1.4"],
    "cis-aws-5.0": ["2.1.4"],
    "cis-aws-7.0": ["3.1.4"],
  },
  remediationSteps:
    "Add an aws.s3.BucketPublicAccessBlock with the bucket's id as bucket and blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets set to true.",
  docs: {
    why: "One ACL or policy written in a hurry shows a bucket to everyone; the block makes S3 refuse it.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      {
        type: block,
        name: "block",
        props: {
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
        dependsOn: { bucket: ["invoices"] },
      },
    ],
  },
  check(resource, report, stack) {
    // S3 applies the stricter of the bucket's and the account's settings. New buckets block by default since 2023, but a
    // bucket without the resource may be older or have been opened since.
    const accounts = stack.ofType(accountBlock);
    const isOn = (one: (typeof switches)[number], settings: Readonly<Record<string, unknown>>) =>
      settings[one] === true || someKnown(accounts, ({ props }) => props[one] === true);
    if (resource.type === block) {
      forEachKnown(switches, (one) => {
        if (!isOn(one, resource.props)) report(`public access is not blocked: set ${one} to true`);
      });
      return;
    }
    const bucket: Bucket = resource;
    const blocked =
      someKnown(stack.ofType(block), (one) => isFor(one, bucket) && switches.every((key) => isOn(key, one.props))) ||
      switches.every((key) => isOn(key, {}));
    if (!blocked)
      report("the bucket can be made public: add an aws.s3.BucketPublicAccessBlock with all four set to true");
  },
});
