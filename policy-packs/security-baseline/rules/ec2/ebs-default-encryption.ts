import { resourceRule } from "../../../core/rule";

/** Volumes that nobody thought of are encrypted, too. */
export const ebsDefaultEncryption = resourceRule({
  name: "ebs-default-encryption",
  title: "The account's encryption of new EBS volumes is not switched off.",
  severity: "high",
  types: ["aws:ebs/encryptionByDefault:EncryptionByDefault"],
  controls: {
    "cis-aws-7.0": ["6.1.1"],
    "nist-800-53-r5": ["AU-9(3)", "CM-6", "CM-9", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.11", "A.8.24"],
  },
  remediationSteps: "Set enabled to true or leave it out.",
  docs: {
    why: "Volumes that are made by hand, by a snapshot or by another service are in clear where the account does not encrypt them.",
    good: { "aws:ebs/encryptionByDefault:EncryptionByDefault": { enabled: true } },
  },
  check({ props: encryption }, report) {
    // True is the provider's default (internal/service/ec2/ebs_encryption_by_default.go).
    if (encryption.enabled === false) report("new volumes are not encrypted: set enabled to true");
  },
  remediate({ props: encryption }) {
    if (encryption.enabled === false) encryption.enabled = true;
  },
});
