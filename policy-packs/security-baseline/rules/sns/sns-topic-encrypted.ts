import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** SNS encrypts messages while it holds them. */
export const snsTopicEncrypted = resourceRule({
  name: "sns-topic-encrypted",
  title: "An SNS topic encrypts its messages with a KMS key.",
  severity: "medium",
  types: ["aws:sns/topic:Topic"],
  controls: {
    soc2: ["PI1.4"],
    "nist-800-53-r5": ["AU-9(3)", "CP-9", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)"],
    "iso27001-2022": ["A.8.3", "A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set kmsMasterKeyId to a key of your own whose policy lets the publishing AWS services use it; alias/aws/sns is enough where only principals of the account publish.",
  docs: {
    why: "Notifications carry names, addresses and incidents, and SNS keeps them on disk until they are delivered.",
    component: "EncryptionKey makes a key that services may use.",
    good: { "aws:sns/topic:Topic": { kmsMasterKeyId: "alias/messages" } },
  },
  check({ props: topic }, report) {
    if (!isNonEmpty(topic, "kmsMasterKeyId")) report("messages are not encrypted: set kmsMasterKeyId");
  },
  remediate({ props: topic }) {
    if (!isNonEmpty(topic, "kmsMasterKeyId")) topic.kmsMasterKeyId = "alias/aws/sns";
  },
});
