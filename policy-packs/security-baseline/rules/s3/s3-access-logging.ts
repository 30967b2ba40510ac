import { z } from "zod";
import { type Bucket, bucketTypes, isFor, isLogBucket, loggingsOf } from "../../../core/buckets";
import { stackRule } from "../../../core/rule";
import { isNonEmpty, someKnown } from "../../../core/unknown";

/** Buckets say who asked them for what. */
export const s3AccessLogging = stackRule({
  name: "s3-access-logging",
  title: "An S3 bucket logs access to it, unless it takes such logs.",
  severity: "low",
  types: bucketTypes,
  parameters: z.object({
    exempt: z
      .array(z.string())
      .default([])
      .describe("Names of buckets, or of their resources, that need no log: those of logs of other services, say"),
  }),
  controls: {
    soc2: ["CC7.2", "CC7.3", "A1.1"],
    "nist-800-53-r5": [
      ...["AC-2(4)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)"],
      ...["AU-6(6)", "AU-6(9)", "AU-8", "AU-10", "AU-12", "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)"],
      ...["AU-14", "AU-14(3)", "CA-7", "CM-5(1)", "CM-6", "CM-9", "IA-3(3)", "MA-4(1)", "PM-14", "PM-31"],
      ...["SC-7(9)", "SI-1", "SI-3(8)", "SI-4(2)", "SI-4(17)", "SI-4(20)", "SI-7(8)", "SI-10(1)"],
    ],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps:
    "Add an aws.s3.BucketLogging with the bucket's id as bucket, and a bucket for logs as targetBucket; list buckets of logs as exempt.",
  docs: {
    why: "After a leak nobody can say which objects were read, and by whom.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      { type: "aws:s3/bucket:Bucket", name: "logs", props: {} },
      {
        type: "aws:s3/bucketLogging:BucketLogging",
        name: "logging",
        props: { targetPrefix: "invoices/" },
        dependsOn: { bucket: ["invoices"], targetBucket: ["logs"] },
      },
    ],
  },
  check(bucket, report, stack, { exempt }) {
    if (exempt.includes(bucket.name)) return;
    const logged = someKnown(loggingsOf(stack), (logging) => isFor(logging, bucket));
    if (logged || logsItself(bucket) || isLogBucket(bucket, stack)) return;
    if (exempt.length > 0 && exempt.includes(bucket.props.bucket ?? "")) return;
    report("access to the bucket is not logged: add an aws.s3.BucketLogging with a targetBucket");
  },
});

/** By its own properties, which are older than the resource for it, and unknown in a preview where they are not given. */
function logsItself({ type, props }: Bucket): boolean {
  return type === "aws:s3/bucket:Bucket" ? isNonEmpty(props.logging, "targetBucket") : Boolean(props.loggings?.length);
}
