import { s3PolicyRequiresTls } from "../../../../policy-packs/security-baseline/rules/s3/s3-policy-requires-tls";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const deny = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::invoices", "arn:aws:s3:::invoices/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const policyOf = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const holding = (...statements: object[]) => ({ of: "policy", set: { policy: policyOf(...statements) } });
const withPolicy = (policy?: string) => ({ without: ["policy"], set: { policy } });

testRule(s3PolicyRequiresTls, {
  bad: {
    "a bucket without a policy": { without: ["policy"] },
    "a bucket with an empty policy": withPolicy(""),
    "a second bucket without a policy": { add: [{ type: "aws:s3/bucket:Bucket", name: "second", props: {} }] },
    "a policy about something else": holding({ ...deny, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
    "a bucket's own policy about something else": withPolicy(policyOf({ ...deny, Effect: "Allow" })),
    "TLS denied": holding({ ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    "plain HTTP allowed": holding({ ...deny, Effect: "Allow" }),
    "plain HTTP denied to one": holding({ ...deny, Principal: { AWS: "arn:aws:iam::111122223333:role/orders" } }),
    "plain HTTP denied for one action": holding({ ...deny, Action: "s3:GetObject" }),
    "plain HTTP denied to an address": holding({
      ...deny,
      Condition: { ...deny.Condition, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
    }),
    "a denial without a condition": holding({ ...deny, Condition: {} }),
    "what is no policy": { of: "policy", set: { policy: "secure" } },
    "a policy that is not there": { of: "policy", unset: ["policy"] },
  },
  good: {
    "a bucket's own policy": withPolicy(policyOf(deny)),
    "a denial beside others": holding({ ...deny, Effect: "Allow", Condition: {} }, deny),
    "every AWS principal": holding({ ...deny, Principal: { AWS: "*" } }),
    "every action": holding({ ...deny, Action: ["*"] }),
    "a policy of an unknown bucket beside it": {
      add: [
        { type: "aws:s3/bucketPolicy:BucketPolicy", name: "other", props: { bucket: unknown, policy: policyOf(deny) } },
      ],
    },
    "other words for it": holding({ ...deny, Condition: { BoolIfExists: { "AWS:SecureTransport": false } } }),
  },
});
