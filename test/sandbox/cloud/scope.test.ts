import { expect, it } from "vitest";
import { Cloud } from "../../../sandbox/cloud/cloud";
import { Scope } from "../../../sandbox/cloud/scope";

const type = "aws:s3/bucket:Bucket";

it("finds everywhere what the accounts of its partition have, and nothing of another partition", () => {
  const cloud = new Cloud();
  const place = (account: string, region: string, id: string) =>
    new Scope(cloud, account, region).put({ type, id, status: "active", inputs: {}, outputs: {} });
  place("111122223333", "eu-west-1", "first");
  place("444455556666", "us-east-1", "second");
  place("777788889999", "cn-north-1", "third");
  const scope = new Scope(cloud, "111122223333", "eu-west-1");
  expect(scope.everywhere(type).map(({ id }) => id)).toEqual(["first", "second"]);
  expect(scope.everywhere(type, "second").map(({ account }) => account)).toEqual(["444455556666"]);
  expect(scope.everywhere(type, "third")).toEqual([]);
});
