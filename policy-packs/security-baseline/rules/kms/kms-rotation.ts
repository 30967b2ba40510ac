import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** Symmetric customer managed keys rotate by themselves. */
export const kmsRotation = resourceRule({
  name: "kms-rotation",
  title: "A symmetric customer managed KMS key rotates automatically.",
  severity: "medium",
  types: ["aws:kms/key:Key"],
  controls: {
    "cis-aws-3.0": ["3.6"],
    "cis-aws-5.0": ["3.6"],
    "cis-aws-7.0": ["4.6"],
    soc2: ["PI1.5"],
    "nist-800-53-r5": ["CM-6", "CM-9", "SA-9(6)", "SC-12", "SC-12(2)", "SC-12(6)"],
    "iso27001-2022": ["A.8.5", "A.8.11", "A.8.24"],
    "pci-4.0": ["3.7.4", "3.7.5"],
  },
  remediationSteps: "Set enableKeyRotation to true; for an asymmetric or HMAC key leave it out and rotate by alias.",
  docs: {
    why: "The longer one key is in use, the more data is lost with it.",
    component: "EncryptionKey rotates every year.",
    good: { "aws:kms/key:Key": { enableKeyRotation: true } },
  },
  check({ props: key }, report) {
    // KMS rotates symmetric encryption keys with its own material only
    // (docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html).
    const symmetric = (key.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT";
    const encrypts = (key.keyUsage ?? "ENCRYPT_DECRYPT") === "ENCRYPT_DECRYPT";
    const rotatable = symmetric && encrypts && !isSet(key, "customKeyStoreId");
    if (rotatable && key.enableKeyRotation !== true) {
      report("the key does not rotate: set enableKeyRotation to true");
    } else if (!rotatable && key.enableKeyRotation === true) {
      report("KMS cannot rotate a key of this kind: remove enableKeyRotation and rotate it by its alias");
    }
  },
});
