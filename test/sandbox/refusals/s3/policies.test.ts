import { expect, it } from "vitest";
import { bucketPolicyType, bucketPublicAccessBlockType } from "../../../../sandbox/models/s3/types";
import type { Properties } from "../../../../sandbox/values";
import { account, change, drop, makeRole, startCloud } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { bucket, makeBucket, put, showsBucketOf } from "./support";

const statement = (more: Properties = {}) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "s3:GetObject",
  Resource: `arn:aws:s3:::${bucket}/*`,
  ...more,
});
const policy = (...statements: Properties[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const putPolicy = (more: Properties = {}) => put(bucketPolicyType, { policy: policy(statement(more)) });
const without = (element: string) => {
  const { [element]: _left, ...rest } = statement() as Properties;
  return put(bucketPolicyType, { policy: policy(rest) });
};

showsBucketOf(bucketPolicyType, { policy: policy(statement({ Resource: "*" })) });
shows("PolicyTooLarge", "a policy of more than 20 KB", {
  valid: () => {
    makeBucket();
    return putPolicy({ Sid: "x".repeat(20_000) });
  },
  refused: () => putPolicy({ Sid: "x".repeat(20_480) }),
});
const validPolicy = {
  valid: () => {
    makeBucket();
    return putPolicy();
  },
};
shows("MalformedPolicy", "a policy that is no JSON", {
  ...validPolicy,
  refused: () => put(bucketPolicyType, { policy: "{'Version'" }),
  says: /must be valid JSON/,
});
shows("MalformedPolicy", "a policy without statements", {
  ...validPolicy,
  refused: () => put(bucketPolicyType, { policy: policy() }),
  says: /Missing required field Statement/,
});
for (const element of ["Effect", "Principal", "Action", "Resource"]) {
  shows("MalformedPolicy", `a statement without ${element}`, {
    ...validPolicy,
    refused: () => without(element),
    says: new RegExp(`Missing required field ${element}`),
  });
}
shows("MalformedPolicy", "another effect than Allow and Deny", {
  ...validPolicy,
  refused: () => putPolicy({ Effect: "Permit" }),
  says: /Invalid effect/,
});
shows("MalformedPolicy", "an action of another service", {
  ...validPolicy,
  refused: () => putPolicy({ Action: ["s3:GetObject", "ec2:RunInstances"] }),
  says: /invalid action/,
});
shows("MalformedPolicy", "a resource in another bucket", {
  valid: () => {
    makeBucket();
    return putPolicy({ Resource: "arn:aws:s3:::orders-*/incoming/*" });
  },
  refused: () => putPolicy({ Resource: "arn:aws:s3:::invoices/*" }),
  says: /invalid resource/,
});
shows("MalformedPolicy", "an action on objects of a resource that is a bucket", {
  valid: () => {
    makeBucket();
    return putPolicy({
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    });
  },
  refused: () => putPolicy({ Resource: `arn:aws:s3:::${bucket}` }),
  says: /does not apply to any resource/,
});
shows("MalformedPolicy", "an action on a bucket of a resource that is its objects", {
  ...validPolicy,
  refused: () => putPolicy({ Action: "s3:ListBucket" }),
  says: /does not apply to any resource/,
});
shows("MalformedPolicy", "a role that is not there", {
  valid: () => {
    makeBucket();
    return putPolicy({
      Principal: { AWS: [makeRole("reader").outputs.arn ?? "", "arn:aws:iam::444455556666:role/theirs"] },
    });
  },
  refused: () => putPolicy({ Principal: { AWS: `arn:aws:iam::${account}:role/no-such-role` } }),
  says: /Invalid principal/,
});
shows("MalformedPolicy", "a principal that is none", {
  ...validPolicy,
  refused: () => putPolicy({ Principal: { AWS: "everybody" } }),
  says: /Invalid principal/,
});
shows("AccessDenied", "a policy for everybody where public policies are blocked", {
  valid: () => {
    makeBucket();
    putPolicy({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } });
    return putPolicy({ Principal: "*", Effect: "Deny" });
  },
  refused: () => putPolicy({ Principal: "*" }),
  says: /BlockPublicPolicy/,
});

it("takes a policy for everybody where the block is lifted, or removed", () => {
  startCloud();
  makeBucket();
  const block = put(bucketPublicAccessBlockType, { blockPublicPolicy: true });
  expect(() => putPolicy({ Principal: "*" })).toThrow("BlockPublicPolicy");
  const lifted = change(block, { blockPublicPolicy: false });
  putPolicy({ Principal: "*" });
  change(lifted, { blockPublicPolicy: true });
  drop(block);
  putPolicy({ Principal: "*" });
});

showsAllOf(bucketPolicyType);
