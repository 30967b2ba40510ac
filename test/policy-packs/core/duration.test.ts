import { expect, it } from "vitest";
import { parseDuration } from "../../../policy-packs/core/duration";

it.each([
  ["720h", 2_592_000],
  ["1h30m", 5400],
  ["168h0m0s", 604_800],
  ["1.5h", 5400],
  ["500ms", 0.5],
  ["0", 0],
  ["0s", 0],
  [0, 0],
])("reads %j", (duration, seconds) => {
  expect(parseDuration(duration)).toBeCloseTo(seconds);
});

it.each(["", "Never", "1d", "h", "60", undefined])("does not read %j", (duration) => {
  expect(parseDuration(duration)).toBeNaN();
});
