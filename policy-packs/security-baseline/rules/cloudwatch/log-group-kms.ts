import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";

/** Logs have a second lock. */
export const logGroupKms = resourceRule({
  name: "log-group-kms",
  title: "A log group is encrypted with a key of one's own.",
  severity: "low",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  controls: {
    soc2: ["CC7.3", "PI1.4"],
    "nist-800-53-r5": ["AU-9(3)", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.11", "A.8.15", "A.8.16", "A.8.24"],
    "pci-4.0": ["10.3.2", "10.3.3", "10.3.4", "3.5.1", "8.3.2", "A1.2.1"],
  },
  remediationSteps: "Set kmsKeyId to the ARN of a key whose policy lets CloudWatch Logs use it.",
  docs: {
    why: "CloudWatch's own key opens logs, with all that programs write to them, to everyone who may read logs at all.",
    component:
      "Network and Cluster encrypt their log groups with encryptionKeyArn; EncryptionKey makes a key that logs may use.",
    good: { "aws:cloudwatch/logGroup:LogGroup": { kmsKeyId: exampleKey } },
  },
  check({ props: group }, report) {
    if (!namesOwnKey(group, "kmsKeyId")) report("the logs are encrypted with CloudWatch's own key: set kmsKeyId");
  },
});
