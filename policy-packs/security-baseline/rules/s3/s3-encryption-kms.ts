import { z } from "zod";
import { type Bucket, bucketsOf, bucketTypes, isFor, isLogBucket } from "../../../core/buckets";
import { stackRule } from "../../../core/rule";
import { someKnown } from "../../../core/unknown";

const configuration = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const olderConfiguration = "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";

/** Buckets encrypt with KMS. */
export const s3EncryptionKms = stackRule({
  name: "s3-encryption-kms",
  title: "An S3 bucket encrypts its objects with a KMS key.",
  severity: "medium",
  types: [...bucketTypes, configuration],
  parameters: z.object({
    algorithms: z
      .array(z.enum(["AES256", "aws:kms", "aws:kms:dsse"]))
      .default(["aws:kms", "aws:kms:dsse"])
      .describe("Values of sseAlgorithm that are enough; add AES256 where S3's own keys are"),
  }),
  controls: {
    soc2: ["PI1.4"],
    "nist-800-53-r5": [
      ...["AU-9(3)", "CM-6", "CM-9", "CP-9", "CP-9(8)", "PM-11", "SC-8(3)", "SC-8(4)", "SC-13"],
      ...["SC-16(1)", "SC-28(1)", "SI-19(4)"],
    ],
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Add an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm aws:kms, the ARN of a key as kmsMasterKeyId and bucketKeyEnabled true. Buckets that take S3's access logs are left out: S3 writes those with its own keys only.",
  docs: {
    why: "S3's own keys open an object to everyone who may read the bucket; a KMS key is a second lock, whose use is logged.",
    component: "EncryptionKey makes the key.",
    good: [
      { type: "aws:s3/bucket:Bucket", name: "invoices", props: {} },
      {
        type: configuration,
        name: "encryption",
        props: {
          rules: [
            {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/invoices" },
              bucketKeyEnabled: true,
            },
          ],
        },
        dependsOn: { bucket: ["invoices"] },
      },
    ],
  },
  check(resource, report, stack, { algorithms }) {
    if (resource.type === configuration) {
      const bucket = bucketsOf(stack).find((one) => isFor(resource, one));
      const isExempt = bucket !== undefined && isLogBucket(bucket, stack);
      if (!isExempt && !encrypts(resource.props.rules, algorithms)) {
        report("objects are not encrypted with a KMS key: set sseAlgorithm in rules to aws:kms");
      }
      return;
    }
    const configured = someKnown(
      [...stack.ofType(configuration), ...stack.ofType(olderConfiguration)],
      (one) => isFor(one, resource) && encrypts(one.props.rules, algorithms),
    );
    if (!configured && !encryptsItself(resource, algorithms) && !isLogBucket(resource, stack)) {
      report(
        "objects are not encrypted with a KMS key: add an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm aws:kms",
      );
    }
  },
});

interface EncryptionRule {
  readonly applyServerSideEncryptionByDefault?: { readonly sseAlgorithm?: string };
}

function encrypts(rules: readonly (EncryptionRule | undefined)[] | undefined, algorithms: readonly string[]): boolean {
  return someKnown(rules, (rule) =>
    algorithms.includes(rule?.applyServerSideEncryptionByDefault?.sseAlgorithm ?? "AES256"),
  );
}

/** By its own properties, which are older than the resource for it. S3 encrypts with AES256 where nothing is said. */
function encryptsItself({ type, props }: Bucket, algorithms: readonly string[]): boolean {
  if (algorithms.includes("AES256")) return true;
  if (type === "aws:s3/bucket:Bucket") return encrypts([props.serverSideEncryptionConfiguration?.rule], algorithms);
  return someKnown(props.serverSideEncryptionConfigurations, ({ rules }) =>
    someKnown(rules, ({ applyServerSideEncryptionByDefaults: defaults }) =>
      someKnown(defaults, ({ sseAlgorithm = "AES256" }) => algorithms.includes(sseAlgorithm)),
    ),
  );
}
