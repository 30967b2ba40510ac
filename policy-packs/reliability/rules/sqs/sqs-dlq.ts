import { z } from "zod";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { isNonEmpty, refersTo, someKnown } from "../../../core/unknown";

const redrivePolicy = "aws:sqs/redrivePolicy:RedrivePolicy";
type Queue = Typed<StackResource, "aws:sqs/queue:Queue">;

/** Messages that nobody can work on go to a queue of their own. */
export const sqsDlq = stackRule({
  name: "sqs-dlq",
  title: "An SQS queue has a dead-letter queue, unless it is one.",
  severity: "medium",
  types: ["aws:sqs/queue:Queue", redrivePolicy],
  parameters: z.object({
    deadLetterNames: z
      .array(z.string().min(1))
      .default(["dlq", "dead-letter", "deadletter"])
      .describe(
        "What the name of a dead-letter queue contains, whose source may be in another stack; compared without case",
      ),
  }),
  controls: {},
  remediationSteps:
    "Set redrivePolicy to deadLetterTargetArn, the ARN of a second queue, and maxReceiveCount; or add an aws.sqs.RedrivePolicy.",
  docs: {
    why: "A message that makes its reader fail comes back until it expires, holds up the others and is then gone without a trace.",
    good: [
      {
        type: "aws:sqs/queue:Queue",
        name: "orders",
        props: {
          redrivePolicy: JSON.stringify({
            deadLetterTargetArn: "arn:aws:sqs:eu-west-1:111122223333:orders-failed",
            maxReceiveCount: 5,
          }),
        },
        dependsOn: { redrivePolicy: ["failed"] },
      },
      { type: "aws:sqs/queue:Queue", name: "failed", props: {} },
    ],
  },
  check(resource, report, stack, { deadLetterNames }) {
    if (resource.type === redrivePolicy) {
      if (!isNonEmpty(resource.props, "redrivePolicy")) report("it names no dead-letter queue: set redrivePolicy");
    } else if (!isDeadLetterQueue(resource, stack, deadLetterNames) && !hasDeadLetterQueue(resource, stack)) {
      report("messages that fail are tried until they expire: set redrivePolicy, or add an aws.sqs.RedrivePolicy");
    }
  },
});

function hasDeadLetterQueue(queue: Queue, stack: Stack): boolean {
  const policies = stack.ofType(redrivePolicy);
  return (
    madeFrom(queue, (urn) => urn !== queue.urn) ||
    someKnown(policies, (policy) => refersTo(policy, "queueUrl", queue)) ||
    // Unknown in a preview where it is not given.
    Boolean(queue.props.redrivePolicy)
  );
}

function isDeadLetterQueue(queue: Queue, stack: Stack, names: readonly string[]): boolean {
  const isNamed = (name: string) => names.some((part) => name.toLowerCase().includes(part.toLowerCase()));
  const sources = [...stack.ofType("aws:sqs/queue:Queue"), ...stack.ofType(redrivePolicy)];
  return (
    isNamed(queue.name) ||
    sources.some((source) => source.urn !== queue.urn && madeFrom(source, (urn) => urn === queue.urn))
  );
}

/** Whether a redrive policy was made from a queue: the one that it sends to. */
function madeFrom(
  { propertyDependencies }: Pick<StackResource, "propertyDependencies">,
  test: (urn: string) => boolean,
) {
  return propertyDependencies.redrivePolicy?.some(({ urn }) => test(urn)) ?? false;
}
