import { allowsEveryAction, reportPublicStatements, statementsOf } from "../../../core/policy-document";
import { resourceRule } from "../../../core/rule";

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/orders" },
      Action: ["sns:Publish", "sqs:SendMessage"],
      Resource: "*",
    },
  ],
});

/** Nobody sends to, or reads from, a topic or a queue by a wildcard. */
export const messagingPolicyNotPublic = resourceRule({
  name: "messaging-policy-not-public",
  title: "The policy of an SNS topic or SQS queue admits neither every principal nor every action.",
  severity: "high",
  types: [
    "aws:sns/topicPolicy:TopicPolicy",
    "aws:sns/topic:Topic",
    "aws:sqs/queuePolicy:QueuePolicy",
    "aws:sqs/queue:Queue",
  ],
  controls: {
    "cis-aws-7.0": ["2.21"],
    "iso27001-2022": ["A.8.1"],
  },
  remediationSteps:
    "Name principals and the actions that they need, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.",
  docs: {
    why: "Whoever may send to a queue makes its readers work on forged messages, and whoever may receive takes them away.",
    good: {
      "aws:sns/topicPolicy:TopicPolicy": { policy },
      "aws:sns/topic:Topic": { policy },
      "aws:sqs/queuePolicy:QueuePolicy": { policy },
      "aws:sqs/queue:Queue": { policy },
    },
  },
  check({ props }, report) {
    // The default policies of SNS and SQS name the account only.
    if (props.policy === undefined || props.policy === null) return;
    reportPublicStatements(props.policy, "policy", report);
    statementsOf(props.policy)?.forEach((statement, index) => {
      if (allowsEveryAction(statement)) {
        report(`policy statement ${index + 1} allows every action: name those that are needed`);
      }
    });
  },
});
