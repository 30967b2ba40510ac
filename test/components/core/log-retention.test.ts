import { expect, it } from "vitest";
import { logRetention } from "../../../components/core/log-retention";

it.each([
  [1, true],
  [2, false],
  [90, true],
  [91, false],
  [3653, true],
  [0, false],
])("judges a retention of %d days", (days, isGood) => {
  expect(logRetention.safeParse(days).success).toBe(isGood);
});
