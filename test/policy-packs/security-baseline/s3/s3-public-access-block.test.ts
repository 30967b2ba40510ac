import { s3PublicAccessBlock } from "../../../../policy-packs/security-baseline/rules/s3/s3-public-access-block";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const second = { type: "aws:s3/bucket:Bucket", name: "second", props: { id: "second" } };
const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = (props: object, dependsOn?: Record<string, string[]>) => ({
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  name: "other",
  props,
  ...(dependsOn && { dependsOn }),
});
const account = (props: object) => ({
  type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  name: "account",
  props,
});

testRule(s3PublicAccessBlock, {
  bad: {
    "a bucket without a block": { without: ["block"] },
    "an older bucket without a block": {
      without: ["block", "invoices"],
      add: [{ type: "aws:s3/bucketV2:BucketV2", name: "older", props: {} }],
    },
    "a second bucket without a block": { add: [second] },
    "a block of another bucket": { without: ["block"], add: [block({ ...all, bucket: "third" })] },
    "public ACLs": { of: "block", set: { blockPublicAcls: false } },
    "public policies": { of: "block", set: { blockPublicPolicy: false } },
    "public ACLs that are there": { of: "block", set: { ignorePublicAcls: false } },
    "public buckets": { of: "block", set: { restrictPublicBuckets: false } },
    "a switch left at the provider's default": { of: "block", unset: ["restrictPublicBuckets"] },
    "an account that blocks something else": {
      of: "block",
      unset: ["restrictPublicBuckets"],
      add: [account({ blockPublicAcls: true })],
    },
    "an open switch behind an unknown one": {
      of: "block",
      set: { blockPublicAcls: unknown, ignorePublicAcls: false },
    },
  },
  good: {
    "a block by its id": { add: [second, block({ ...all, bucket: "second" })] },
    "a block made in the same deployment": {
      add: [second, block({ ...all, bucket: unknown }, { bucket: ["second"] })],
    },
    "an account that blocks everything": { without: ["block"], add: [account(all)] },
    "an account that blocks the rest": {
      of: "block",
      unset: ["restrictPublicBuckets"],
      add: [account({ restrictPublicBuckets: true })],
    },
    "a block behind one of an unknown bucket": { add: [block({ ...all, bucket: unknown })] },
  },
});
