import { expect, it } from "vitest";
import type { ExitCode } from "../../cli/errors";
import { worst } from "../../cli/finish";

it.each([
  [[], 0],
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 3], 3],
  [[3, 4], 3],
  [[4, 5], 4],
  [[5, 130], 5],
  [[130, 1], 1],
  [[0, 130], 130],
] as [ExitCode[], ExitCode][])("of %j the exit code is %d", (codes, expected) => {
  expect(worst(codes)).toBe(expected);
});
