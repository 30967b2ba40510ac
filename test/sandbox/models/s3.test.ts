import { beforeEach, describe, expect, it } from "vitest";
import { modelOf } from "../../../sandbox/models";
import { bucketType, objectTypes } from "../../../sandbox/models/s3/types";
import { diffInputs } from "../../../sandbox/operations/diff";
import { change, make, preview, startCloud } from "../../support/models";

const [objectType = ""] = objectTypes;

beforeEach(() => startCloud());

describe("a bucket", () => {
  it("is named in small letters where the program does not name it", () => {
    expect(make(bucketType, {}, "OrdersArchive").id).toMatch(/^ordersarchive-[0-9a-f]{7}$/);
    expect(make(bucketType, { bucketPrefix: "orders-" }).id).toMatch(/^orders-[0-9a-f]{26}$/);
  });

  it("says its addresses, in the words of its partition", () => {
    expect(make(bucketType, { bucket: "orders" }).outputs).toMatchObject({
      arn: "arn:aws:s3:::orders",
      bucketDomainName: "orders.s3.amazonaws.com",
      bucketRegionalDomainName: "orders.s3.eu-west-1.amazonaws.com",
      hostedZoneId: "Z1BKCTXD74EZPE",
      bucketRegion: "eu-west-1",
      objectLockEnabled: false,
    });
    expect(preview(bucketType, { bucket: "other" }).forceDestroy).toBe(false);
  });

  it.each(["bucket", "bucketNamespace", "bucketPrefix", "objectLockEnabled"])("is replaced for its %s", (property) => {
    const { changes } = diffInputs(modelOf(bucketType), { [property]: "old" }, { [property]: "new" });
    expect(changes.get(property)?.replaces).toBe(true);
  });
});

describe("an object", () => {
  it("has the logical name as its key, and the MD5 of its content", () => {
    make(bucketType, { bucket: "orders" });
    const object = make(objectType, { bucket: "orders", content: "hello" }, "hello.txt");
    expect(object).toMatchObject({
      id: "orders/hello.txt",
      outputs: { key: "hello.txt", etag: "5d41402abc4b2a76b9719d911017c592", serverSideEncryption: "AES256" },
    });
    expect(change(object, { content: "hello, world" }).outputs.etag).not.toBe(object.outputs.etag);
    expect(object.outputs.versionId).toBeUndefined();
  });

  it("has a version in a bucket with versions, another one after each upload", () => {
    make(bucketType, { bucket: "orders" });
    make("aws:s3/bucketVersioning:BucketVersioning", {
      bucket: "orders",
      versioningConfiguration: { status: "Enabled" },
    });
    const object = make(objectType, { bucket: "orders", content: "hello" });
    expect(object.outputs.versionId).toMatch(/^[0-9a-f]{32}$/);
    const second = change(object, { content: "hello, world" });
    expect(second.outputs.versionId).not.toBe(object.outputs.versionId);
    expect(change(second, { content: "goodbye" }).outputs.versionId).not.toBe(second.outputs.versionId);
  });
});
