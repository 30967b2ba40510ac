import type { Results } from "../schema";

/** Of the columns that {@link resultCells} fills. */
export const resultHeaders = ["passed", "failed", "excepted", "not evaluated", "crashed"];

export const resultCells = ({ passed, failed, excepted, notEvaluated, crashed }: Results): number[] => [
  passed,
  failed,
  excepted,
  notEvaluated,
  crashed,
];
