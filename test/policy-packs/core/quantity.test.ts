import { expect, it } from "vitest";
import { parseQuantity } from "../../../policy-packs/core/quantity";

it.each([
  ["100m", 0.1],
  ["1", 1],
  [2, 2],
  ["0.5", 0.5],
  ["1Gi", 1_073_741_824],
  ["1G", 1_000_000_000],
  ["1e3", 1000],
  ["2Ki", 2048],
  ["1E", 1e18],
])("reads %j", (quantity, number) => {
  expect(parseQuantity(quantity)).toBeCloseTo(number);
});

it.each(["", "much", "1 Gi", "1gi", "1Xi"])("does not read %j", (quantity) => {
  expect(parseQuantity(quantity)).toBeNaN();
});
