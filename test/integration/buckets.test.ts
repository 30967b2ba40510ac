import * as aws from "@pulumi/aws";
import { afterAll, beforeAll, expect, it } from "vitest";
import { planned, SandboxStacks } from "../support/sandbox-stacks";

const stacks = new SandboxStacks();
beforeAll(() => stacks.start());
afterAll(() => stacks.stop());

const dev = "111122223333";
const name = "orders-111122223333";
const provider = () => new aws.Provider("dev", { region: "eu-west-1", allowedAccountIds: [dev] });
const policyOf = (bucket: aws.s3.Bucket) =>
  bucket.arn.apply((arn) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [arn, `${arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  );

it("makes a bucket once, keeps it while something is in it, and takes one that is there", async () => {
  const first = await stacks.stack("first", async () => {
    const options = { provider: provider() };
    const bucket = new aws.s3.Bucket("orders", { bucket: name }, options);
    new aws.s3.BucketPolicy("orders", { bucket: bucket.bucket, policy: policyOf(bucket) }, options);
    new aws.s3.BucketObjectv2("hello.txt", { bucket: bucket.bucket, content: "hello" }, options);
  });
  await first.up();
  expect(await planned(first)).toEqual([]);
  expect((await first.refresh()).summary.resourceChanges).toEqual({ same: 5 });

  let imported = "";
  const second = await stacks.stack("second", async () => {
    const options = { provider: provider(), ...(imported && { import: imported, retainOnDelete: true }) };
    new aws.s3.Bucket("orders", { bucket: name }, options);
  });
  await expect(second.up()).rejects.toThrow("BucketAlreadyOwnedByYou");
  imported = name;
  expect((await second.up()).summary.resourceChanges).toMatchObject({ import: 1 });
  await second.destroy();

  await stacks.tamper((cloud) => {
    const [hello] = cloud.everywhere("aws:s3/bucketObjectv2:BucketObjectv2");
    if (hello === undefined) throw new Error("the object is gone");
    cloud.put({ ...hello, id: `${name}/by-hand.txt`, outputs: { ...hello.outputs, key: "by-hand.txt" } });
  });
  await expect(first.destroy()).rejects.toThrow("BucketNotEmpty: The bucket you tried to delete is not empty");
  expect(stacks.cloud().map(({ id }) => id)).toEqual([name, `${name}/by-hand.txt`]);
});
