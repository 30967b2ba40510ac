import { expect, it } from "vitest";
import { bucketType, bucketVersioningType } from "../../../../sandbox/models/s3/types";
import { s3Quotas } from "../../../../sandbox/quotas/s3";
import type { Properties } from "../../../../sandbox/values";
import { account, drop, make, preview, scope, startCloud } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { elsewhere, makeBucket, put, putObject } from "./support";

const withBucket = (more: Properties = {}) => ({ valid: () => makeBucket(more) });

it.each(["orders.example.com", "abc", "a-1", `${"a".repeat(63)}`])("takes the name %s", (name) => {
  startCloud();
  expect(make(bucketType, { bucket: name }).id).toBe(name);
});

it.each([
  "ab",
  "Orders",
  "a_b",
  "-orders",
  "orders-",
  "a..b",
  "192.168.5.4",
  "xn--orders",
  "sthree-orders",
  "amzn-s3-demo-orders",
  "orders-s3alias",
  "orders--ol-s3",
  "orders.mrap",
  "orders--x-s3",
  "orders--table-s3",
  "orders-111122223333-eu-west-1-an",
  "a".repeat(64),
])("takes no bucket named %s, at preview already", (name) => {
  startCloud();
  expect(() => preview(bucketType, { bucket: name })).toThrow("The specified bucket is not valid.");
});

shows("InvalidBucketName", "a name of the account's own namespace that does not say account and region", {
  valid: () => make(bucketType, { bucket: `orders-${account}-eu-west-1-an`, bucketNamespace: "account-regional" }),
  refused: () => make(bucketType, { bucket: "orders", bucketNamespace: "account-regional" }),
});
shows("BucketAlreadyOwnedByYou", "a bucket that the account has", { ...withBucket(), refused: () => makeBucket() });
shows("BucketAlreadyExists", "a bucket that another account has", {
  valid: () => {
    elsewhere("taken");
    return makeBucket();
  },
  refused: () => make(bucketType, { bucket: "taken" }),
});
shows("BucketAlreadyExists", "a bucket of the account in us-east-1, by the provider", {
  valid: () => makeBucket({ region: "us-east-1" }),
  refused: () => makeBucket({ region: "us-east-1" }),
});
shows("BucketAlreadyOwnedByYou", "a bucket that the account has in another region", {
  valid: () => makeBucket({ region: "us-east-1" }),
  refused: () => makeBucket(),
});
shows("InvalidBucketAclWithObjectOwnership", "a public ACL of a new bucket", {
  ...withBucket({ acl: "private" }),
  refused: () => make(bucketType, { bucket: "website", acl: "public-read" }),
});
shows("TooManyBuckets", "more buckets than the account may have, over all regions", {
  valid: () => {
    for (let count = 1; count < s3Quotas.buckets.value; count++) elsewhere(`bucket-${count}`, account, "us-west-2");
    return makeBucket();
  },
  refused: () => make(bucketType, { bucket: "one-too-many" }),
});
shows("BucketNotEmpty", "a bucket with an object", {
  valid: () => {
    drop(makeBucket());
    const made = makeBucket();
    putObject();
    return made;
  },
  refused: drop,
});

it("empties a bucket by force, and takes its configuration with it", () => {
  startCloud();
  const made = makeBucket({ forceDestroy: true });
  putObject();
  put(bucketVersioningType, { versioningConfiguration: { status: "Enabled" } });
  drop(made);
  expect(scope.list()).toEqual([]);
});

shows("InvalidTag", "a tag with a key that AWS keeps for itself", {
  ...withBucket({ tags: { "team:aws": "orders" } }),
  refused: () => make(bucketType, { bucket: "tagged", tags: { "aws:team": "orders" } }),
});

showsAllOf(bucketType);
