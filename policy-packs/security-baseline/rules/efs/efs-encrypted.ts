import { resourceRule } from "../../../core/rule";

/** EFS encrypts what it stores. */
export const efsEncrypted = resourceRule({
  name: "efs-encrypted",
  title: "An EFS file system is encrypted at rest.",
  severity: "high",
  types: ["aws:efs/fileSystem:FileSystem"],
  controls: {
    "cis-aws-3.0": ["2.4.1"],
    "cis-aws-5.0": ["2.3.1"],
    "cis-aws-7.0": ["3.3.1"],
    "nist-800-53-r5": ["AU-9(3)", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set encrypted to true, and kmsKeyId for a key of your own; an existing file system has to be copied to a new one.",
  docs: {
    why: "Shared files are read from a backup or a disk where nothing encrypts them, and encryption cannot be turned on later.",
    good: { "aws:efs/fileSystem:FileSystem": { encrypted: true } },
  },
  check({ props: fileSystem }, report) {
    // Neither the API nor a key alone turns it on
    // (docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html: KmsKeyId needs Encrypted).
    if (fileSystem.encrypted !== true) report("the file system is not encrypted: set encrypted to true");
  },
});
