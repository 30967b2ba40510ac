import { Scope } from "../../../../sandbox/cloud/scope";
import { bucketType, objectTypes } from "../../../../sandbox/models/s3/types";
import type { Properties } from "../../../../sandbox/values";
import { account, cloud, make } from "../../../support/models";
import { shows } from "../../../support/refusals";

export const bucket = "orders-111122223333";
export const makeBucket = (more: Properties = {}) => make(bucketType, { bucket, ...more });
export const put = (type: string, more: Properties) => make(type, { bucket, ...more });

const [objectType = ""] = objectTypes;
export const putObject = (more: Properties = {}) => put(objectType, { key: "hello.txt", content: "hello", ...more });

/** A bucket as another account or region has it. */
export const elsewhere = (name: string, owner = "444455556666", region = "eu-west-1") =>
  new Scope(cloud, owner, region).put({
    type: bucketType,
    id: name,
    status: "active",
    inputs: {},
    outputs: { bucket: name },
  });

/** Tests that something of that type is refused in a bucket that is not there, or is in another region. */
export function showsBucketOf(type: string, more: Properties): void {
  const valid = () => {
    makeBucket();
    elsewhere("far-away", account, "us-west-2");
    return put(type, more);
  };
  shows("NoSuchBucket", `${type} of a bucket that is not there`, {
    valid,
    refused: () => put(type, { ...more, bucket: "no-such-bucket" }),
  });
  shows("PermanentRedirect", `${type} of a bucket in another region`, {
    valid,
    refused: () => put(type, { ...more, bucket: "far-away" }),
  });
}
