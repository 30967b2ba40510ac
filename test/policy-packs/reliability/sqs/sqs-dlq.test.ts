import { sqsDlq } from "../../../../policy-packs/reliability/rules/sqs/sqs-dlq";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const queue = (name: string, props: object = {}, dependsOn?: Record<string, string[]>) => ({
  type: "aws:sqs/queue:Queue",
  name,
  props: { id: name, ...props },
  ...(dependsOn && { dependsOn }),
});
const policyOf = (queueUrl: string, dependsOn: Record<string, string[]>) => ({
  type: "aws:sqs/redrivePolicy:RedrivePolicy",
  name: "policy",
  props: { queueUrl, redrivePolicy: unknown },
  dependsOn,
});

testRule(sqsDlq, {
  bad: {
    "a queue without": { add: [queue("second")] },
    "a queue with an empty policy": { add: [queue("second", { redrivePolicy: "" })] },
    "a queue that nothing fails to": { without: ["orders"] },
    "a queue whose policy names itself": {
      add: [queue("second", { redrivePolicy: "" }, { redrivePolicy: ["second"] })],
    },
    "a policy of another queue": { add: [queue("second"), policyOf("third", { redrivePolicy: ["failed"] })] },
    "a policy that says nothing": {
      add: [{ type: "aws:sqs/redrivePolicy:RedrivePolicy", name: "policy", props: { queueUrl: "orders" } }],
    },
    "a name that a team does not use": {
      add: [queue("orders-dlq")],
      configuration: { deadLetterNames: ["parking"] },
    },
  },
  good: {
    "a policy made in the same deployment": {
      add: [queue("second", { redrivePolicy: unknown }, { redrivePolicy: ["failed"] })],
    },
    "a policy as a resource": {
      add: [queue("second"), policyOf(unknown, { queueUrl: ["second"], redrivePolicy: ["failed"] })],
    },
    "a dead-letter queue of a policy as a resource": {
      add: [queue("second"), queue("third"), policyOf(unknown, { queueUrl: ["second"], redrivePolicy: ["third"] })],
    },
    "a dead-letter queue by its name": { add: [queue("orders-DLQ")] },
    "a name that a team uses": { add: [queue("parking-lot")], configuration: { deadLetterNames: ["parking"] } },
  },
});
