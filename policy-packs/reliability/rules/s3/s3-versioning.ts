import { z } from "zod";
import { type Bucket, bucketTypes, isFor } from "../../../core/buckets";
import { stackRule } from "../../../core/rule";
import { someKnown } from "../../../core/unknown";

const versioning = "aws:s3/bucketVersioning:BucketVersioning";
const olderVersioning = "aws:s3/bucketVersioningV2:BucketVersioningV2";

/** Buckets keep what was overwritten or deleted. */
export const s3Versioning = stackRule({
  name: "s3-versioning",
  title: "An S3 bucket keeps older versions of its objects.",
  severity: "medium",
  types: [...bucketTypes, versioning],
  parameters: z.object({
    exempt: z
      .array(z.string())
      .default([])
      .describe("Names of buckets, or of their resources, that hold nothing worth keeping: caches, build output"),
  }),
  controls: {
    soc2: ["CC7.4", "A1.1", "C1.2", "PI1.5"],
    "nist-800-53-r5": [
      ...["AU-9(2)", "CP-1", "CP-2(5)", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "CP-10(2)"],
      ...["PM-11", "PM-17", "SC-5(2)", "SC-16(1)", "SI-1", "SI-13(5)"],
    ],
    "iso27001-2022": ["A.8.3", "A.8.10"],
    "pci-4.0": ["10.3.4"],
  },
  remediationSteps:
    "Add an aws.s3.BucketVersioning with the bucket's id as bucket and versioningConfiguration.status Enabled, and a lifecycle rule that ends old versions; list buckets without data as exempt.",
  docs: {
    why: "Whatever deletes or overwrites objects, by mistake or to extort, destroys them at once where no versions are kept.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      {
        type: versioning,
        name: "versioning",
        props: { versioningConfiguration: { status: "Enabled" } },
        dependsOn: { bucket: ["invoices"] },
      },
    ],
  },
  check(resource, report, stack, { exempt }) {
    if (resource.type === versioning) {
      if (resource.props.versioningConfiguration?.status !== "Enabled") {
        report("no versions are kept: set versioningConfiguration.status to Enabled");
      }
      return;
    }
    if (exempt.includes(resource.name)) return;
    const versioned = someKnown(
      [...stack.ofType(versioning), ...stack.ofType(olderVersioning)],
      (one) => isFor(one, resource) && one.props.versioningConfiguration?.status === "Enabled",
    );
    if (versioned || keepsVersionsItself(resource)) return;
    if (exempt.length > 0 && exempt.includes(resource.props.bucket ?? "")) return;
    report("no versions are kept: add an aws.s3.BucketVersioning with status Enabled");
  },
});

/** By its own properties, which are older than the resource for it. */
function keepsVersionsItself({ type, props }: Bucket): boolean {
  return type === "aws:s3/bucket:Bucket"
    ? props.versioning?.enabled === true
    : someKnown(props.versionings, ({ enabled }) => enabled === true);
}
