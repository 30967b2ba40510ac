import { messagingPolicyNotPublic } from "../../../../policy-packs/security-baseline/rules/sns/messaging-policy-not-public";
import { testRule } from "../../../support/rule";

const allow = { Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" };
const role = { AWS: "arn:aws:iam::111122223333:role/orders" };
const policyOf = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const holding = (...statements: object[]) => ({ set: { policy: policyOf(...statements) } });
const everyone = { ...allow, Principal: "*" };

testRule(messagingPolicyNotPublic, {
  bad: {
    "a topic's policy for everyone": holding(everyone),
    "a topic for everyone": { of: "aws:sns/topic:Topic", ...holding(everyone) },
    "a queue's policy for everyone": { of: "aws:sqs/queuePolicy:QueuePolicy", ...holding(everyone) },
    "a queue for everyone": { of: "aws:sqs/queue:Queue", ...holding(everyone) },
    "everyone behind a good statement": holding({ ...allow, Principal: role }, everyone),
    "everyone among principals": holding({ ...allow, Principal: { AWS: [role.AWS, "*"] } }),
    "a role of any account": holding({ ...allow, Principal: { AWS: "arn:aws:iam::*:role/orders" } }),
    "everyone of an address": holding({ ...everyone, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
    "everyone by TLS": holding({ ...everyone, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    "sources of any account": holding({
      ...everyone,
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:eu-west-1:*:orders" } },
    }),
    "every action": holding({ ...allow, Principal: role, Action: "*" }),
    "every action among others": holding({ ...allow, Principal: role, Action: ["sqs:SendMessage", "*"] }),
    "every action for a source": holding({
      ...everyone,
      Action: "*",
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders" } },
    }),
    "what is no policy": { set: { policy: "{,}" } },
  },
  good: {
    "no policy": { unset: ["policy"] },
    "a queue without a policy": { of: "aws:sqs/queue:Queue", props: {} },
    "everyone denied": holding({ ...everyone, Effect: "Deny", Action: "*" }),
    "a service": holding({ ...allow, Principal: { Service: "sns.amazonaws.com" } }),
    "everyone for a source": holding({
      ...everyone,
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:orders" } },
    }),
    "sources of any region": holding({
      ...everyone,
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } },
    }),
    "everyone of a network": holding({ ...everyone, Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
    "a policy as an object": { set: { policy: { Statement: { ...allow, Principal: role } } } },
  },
  unknown: ["policy"],
});
