import { type Bucket, bucketsOf, bucketTypes, isFor } from "../../../core/buckets";
import { type Report, type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { forEachKnown, isNonEmpty, isSet, someKnown } from "../../../core/unknown";

const configurationTypes = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
] as const;

type Configuration = Typed<StackResource, (typeof configurationTypes)[number]>;

/** Buckets do not grow by what nobody can see. */
export const costS3Lifecycle = stackRule({
  name: "cost-s3-lifecycle",
  title: "Every S3 bucket has a lifecycle that ends incomplete uploads, and old versions where it keeps versions.",
  severity: "low",
  types: [...configurationTypes, ...bucketTypes],
  controls: {
    "iso27001-2022": ["A.8.10"],
    "pci-4.0": ["10.5.1", "3.2.1", "3.3.1", "3.3.2", "3.3.3"],
  },
  remediationSteps:
    "Add an aws.s3.BucketLifecycleConfiguration with a rule for all objects: abortIncompleteMultipartUpload after 7 days, and noncurrentVersionExpiration where the bucket is versioned.",
  docs: {
    why: "Parts of uploads that broke off and versions that were overwritten are paid for, and no listing of the bucket shows them.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      {
        type: "aws:s3/bucketVersioning:BucketVersioning",
        name: "versioning",
        props: { versioningConfiguration: { status: "Enabled" } },
        dependsOn: { bucket: ["invoices"] },
      },
      {
        type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        name: "lifecycle",
        props: {
          rules: [
            {
              id: "clean-up",
              status: "Enabled",
              abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
              noncurrentVersionExpiration: { noncurrentDays: 90 },
            },
          ],
        },
        dependsOn: { bucket: ["invoices"] },
      },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === "aws:s3/bucket:Bucket" || resource.type === "aws:s3/bucketV2:BucketV2") {
      if (!hasLifecycle(resource, stack)) {
        report("what is in the bucket stays for ever: add an aws.s3.BucketLifecycleConfiguration for it");
      }
    } else checkConfiguration(resource, report, stack);
  },
});

function hasLifecycle(bucket: Bucket, stack: Stack): boolean {
  if (someKnown(configurationTypes, (type) => someKnown(stack.ofType(type), (one) => isFor(one, bucket)))) return true;
  return (bucket.props.lifecycleRules?.length ?? 0) > 0;
}

function checkConfiguration(configuration: Configuration, report: Report, stack: Stack): undefined {
  const { rules } = configuration.props;
  const forAll = (rule: Rule) => rule.status === "Enabled" && isForAllObjects(rule);
  if (!someKnown(rules, (rule) => isSet(rule, "abortIncompleteMultipartUpload") && forAll(rule))) {
    report("parts of incomplete uploads stay: set abortIncompleteMultipartUpload in an enabled rule for all objects");
  }
  if (!someKnown(rules, (rule) => isSet(rule, "noncurrentVersionExpiration") && rule.status === "Enabled")) {
    forEachKnown(bucketsOf(stack), (bucket) => {
      if (isFor(configuration, bucket) && isVersioned(bucket, stack)) {
        report("overwritten versions stay for ever: set noncurrentVersionExpiration in an enabled rule");
      }
    });
  }
}

type Rule = NonNullable<Configuration["props"]["rules"]>[number];

/** An empty filter, and an empty prefix, are for all objects. */
function isForAllObjects(rule: Rule): boolean {
  if (rule.prefix) return false;
  const { filter } = rule;
  const narrowing = ["and", "objectSizeGreaterThan", "objectSizeLessThan", "prefix", "tag"] as const;
  return !narrowing.some((key) => filter && isNonEmpty(filter, key));
}

function isVersioned(bucket: Bucket, stack: Stack): boolean {
  return (
    (bucket.type === "aws:s3/bucket:Bucket" && bucket.props.versioning?.enabled === true) ||
    someKnown(
      stack.ofType("aws:s3/bucketVersioning:BucketVersioning"),
      (one) => isFor(one, bucket) && one.props.versioningConfiguration?.status === "Enabled",
    )
  );
}
