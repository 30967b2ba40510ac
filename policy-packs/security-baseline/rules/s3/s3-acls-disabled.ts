import { resourceRule } from "../../../core/rule";

/** Policies alone say who may do what with a bucket. */
export const s3AclsDisabled = resourceRule({
  name: "s3-acls-disabled",
  title: "A bucket's ownership controls switch ACLs off.",
  severity: "low",
  types: ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"],
  controls: {
    "pci-4.0": ["7.2.1", "7.2.2", "7.2.5", "7.3.1", "7.3.2", "7.3.3", "8.2.7", "8.2.8", "8.3.4"],
  },
  remediationSteps:
    "Set rule.objectOwnership to BucketOwnerEnforced, which new buckets have by themselves, and say in the bucket's policy what its ACL said.",
  docs: {
    why: "With ACLs whoever uploads an object decides who reads it, and no policy shows that.",
    good: {
      // A bucket without the resource is not judged: S3 switches ACLs off in buckets made since April 2023
      // (docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html).
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": { rule: { objectOwnership: "BucketOwnerEnforced" } },
    },
  },
  check({ props: controls }, report) {
    if (controls.rule?.objectOwnership !== "BucketOwnerEnforced") {
      report("ACLs decide who reads the bucket's objects: set rule.objectOwnership to BucketOwnerEnforced");
    }
  },
});
