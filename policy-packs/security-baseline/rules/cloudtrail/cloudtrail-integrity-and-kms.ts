import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

/** What a trail recorded cannot be changed unseen, or read by everyone who reads the bucket. */
export const cloudtrailIntegrityAndKms = resourceRule({
  name: "cloudtrail-integrity-and-kms",
  title: "A trail signs its log files, and encrypts them with a KMS key.",
  severity: "high",
  types: ["aws:cloudtrail/trail:Trail"],
  controls: {
    "cis-aws-3.0": ["3.2", "3.5"],
    "cis-aws-5.0": ["3.2", "3.5"],
    "cis-aws-7.0": ["4.2", "4.5"],
    soc2: ["CC7.3", "PI1.3"],
    "nist-800-53-r5": [
      ...["AU-9", "CM-6", "CM-9", "PM-11", "PM-17", "SA-1", "SA-10(1)", "SC-16(1)", "SI-1", "SI-4"],
      ...["SI-7(1)", "SI-7(3)", "SI-7(7)", "SI-7", "AU-9(3)", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13"],
      ...["SC-28(1)", "SI-19(4)"],
    ],
    "iso27001-2022": ["A.8.15", "A.8.16", "A.8.11", "A.8.24"],
    "pci-4.0": ["10.3.2", "10.3.3", "10.3.4", "A1.2.1", "3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set enableLogFileValidation to true, and kmsKeyId to the ARN of a key whose policy lets CloudTrail encrypt.",
  docs: {
    why: "Intruders remove their traces from log files that nobody can check, and read in them what others do.",
    component: "EncryptionKey makes a key that services such as CloudTrail may use.",
    good: {
      "aws:cloudtrail/trail:Trail": {
        s3BucketName: "example-trail",
        enableLogFileValidation: true,
        kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d",
      },
    },
  },
  check({ props: trail }, report) {
    forEachKnown(["signatures", "encryption"], (part) => {
      if (part === "signatures") {
        if (trail.enableLogFileValidation !== true) {
          report("log files may be changed unseen: set enableLogFileValidation to true");
        }
      } else if (!isNonEmpty(trail, "kmsKeyId")) {
        report("log files are encrypted with S3's key only: set kmsKeyId to the ARN of a KMS key");
      }
    });
  },
  remediate({ props: trail }) {
    if (trail.enableLogFileValidation !== true) trail.enableLogFileValidation = true;
  },
});
