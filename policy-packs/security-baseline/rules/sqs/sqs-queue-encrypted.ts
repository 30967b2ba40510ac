import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** SQS encrypts messages while it holds them. */
export const sqsQueueEncrypted = resourceRule({
  name: "sqs-queue-encrypted",
  title: "An SQS queue encrypts its messages.",
  severity: "medium",
  types: ["aws:sqs/queue:Queue"],
  controls: {
    "iso27001-2022": ["A.8.11", "A.8.24"],
  },
  remediationSteps: "Set sqsManagedSseEnabled to true, or kmsMasterKeyId to a key of your own.",
  docs: {
    why: "Messages wait in a queue for up to two weeks; unencrypted, they are on disk in the clear for as long.",
    good: { "aws:sqs/queue:Queue": { sqsManagedSseEnabled: true } },
  },
  check({ props: queue }, report) {
    // SQS encrypts new queues by itself since 2022, but not those that are older, which a queue without a word may be
    // (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html).
    if (!isNonEmpty(queue, "kmsMasterKeyId") && queue.sqsManagedSseEnabled !== true) {
      report("nothing says that messages are encrypted: set sqsManagedSseEnabled to true or kmsMasterKeyId");
    }
  },
  remediate({ props: queue }) {
    if (!isNonEmpty(queue, "kmsMasterKeyId") && queue.sqsManagedSseEnabled !== true) queue.sqsManagedSseEnabled = true;
  },
});
