import { expect, it } from "vitest";
import { Cloud } from "../../../sandbox/cloud/cloud";
import type { CloudResource } from "../../../sandbox/cloud/resource";
import type { Properties } from "../../../sandbox/values";

const place = { account: "111122223333", region: "eu-west-1", type: "aws:ec2/subnet:Subnet" };
const resource = (id: string, outputs: Properties, owner?: string): CloudResource => ({
  ...place,
  id,
  status: "active",
  inputs: {},
  outputs,
  ...(owner !== undefined && { owner }),
});
const idsOf = (found: CloudResource[]) => found.map(({ id }) => id).sort();

function having(cloud: Cloud, path: string, value: string): string[] {
  return idsOf(cloud.having(place.account, place.region, place.type, path, value));
}

it("finds by a property, by one inside an object and by one of a list", () => {
  const cloud = new Cloud();
  cloud.put(resource("a", { vpcId: "vpc-1", vpcConfig: { subnetIds: ["s-1", "s-2"] } }));
  cloud.put(resource("b", { vpcId: "vpc-2", vpcConfig: { subnetIds: ["s-2"] } }));
  expect(having(cloud, "vpcId", "vpc-1")).toEqual(["a"]);
  expect(having(cloud, "vpcConfig.subnetIds", "s-2")).toEqual(["a", "b"]);
  expect(having(cloud, "vpcConfig.subnetIds", "s-3")).toEqual([]);
});

it("follows puts, changes, removals and replays once an index is made", () => {
  const cloud = new Cloud();
  expect(having(cloud, "vpcId", "vpc-1")).toEqual([]);
  cloud.put(resource("a", { vpcId: "vpc-1" }));
  cloud.replay({ put: resource("b", { vpcId: "vpc-1" }) });
  expect(having(cloud, "vpcId", "vpc-1")).toEqual(["a", "b"]);
  cloud.put(resource("a", { vpcId: "vpc-2" }));
  expect(having(cloud, "vpcId", "vpc-1")).toEqual(["b"]);
  expect(having(cloud, "vpcId", "vpc-2")).toEqual(["a"]);
  cloud.replay({ remove: { ...place, id: "b" } });
  cloud.remove({ ...place, id: "a" });
  expect([...having(cloud, "vpcId", "vpc-1"), ...having(cloud, "vpcId", "vpc-2")]).toEqual([]);
});

it("finds as before what a request that failed had put and removed", () => {
  const cloud = new Cloud();
  cloud.put(resource("a", { vpcId: "vpc-1" }, "vpc-1"));
  expect(having(cloud, "vpcId", "vpc-1")).toEqual(["a"]);
  const failing = () =>
    cloud.request(() => {
      cloud.remove({ ...place, id: "a" });
      cloud.put(resource("b", { vpcId: "vpc-1" }));
      throw new Error("refused");
    });
  expect(failing).toThrow("refused");
  expect(having(cloud, "vpcId", "vpc-1")).toEqual(["a"]);
  expect(idsOf(cloud.ownedBy(place.account, place.region, "vpc-1"))).toEqual(["a"]);
});

it("finds what is owned until it is owned no more", () => {
  const cloud = new Cloud({ resources: [resource("a", {}, "vpc-1")], issued: {} });
  const owned = () => idsOf(cloud.ownedBy(place.account, place.region, "vpc-1"));
  expect(owned()).toEqual(["a"]);
  cloud.put(resource("a", {}));
  expect(owned()).toEqual([]);
});
