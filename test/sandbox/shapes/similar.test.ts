import { expect, it } from "vitest";
import { nearest } from "../../../sandbox/shapes/similar";

const known = ["subnetId", "subnetIds", "vpcId", "tags"];

it.each([
  ["subnetID", "subnetId"],
  ["subnet_ids", "subnetIds"],
  ["subnetIdss", "subnetIds"],
  ["subntId", "subnetId"],
  ["tag", "tags"],
  ["vpcIdxyz", undefined],
  ["abcd", undefined],
  ["ta", undefined],
])("%s is meant for %s", (name, meant) => {
  expect(nearest(name, known)).toBe(meant);
});
