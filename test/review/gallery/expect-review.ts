import path from "node:path";
import { expect } from "vitest";
import { renderHtml } from "../../../review/html/render";
import { renderMarkdown } from "../../../review/markdown/render";
import { type Review, reviewSchema } from "../../../review/model/schema";
import { byDanger } from "../../../review/risk/order";
import { verdictOf } from "../../../review/verdict";
import { withoutIds } from "../../support/gallery";

/** What no report may hold: each secret of the scenes begins so. */
const canary = "canary";

/** Checks what holds of every review, that a reviewer reads `first` first, and its Markdown against the one in `reports/`. */
export async function expectReview(name: string, review: Review, first: RegExp): Promise<void> {
  expect(reviewSchema.parse(JSON.parse(JSON.stringify(review)))).toEqual(review);
  const markdown = renderMarkdown(review);
  for (const report of [JSON.stringify(review), markdown, renderHtml(review)]) expect(report).not.toContain(canary);
  expect(verdictOf(review).line).toMatch(first);
  expect(markdown.split("\n").find((line) => line.startsWith("## "))).toMatch(/^## \S+ ./);
  expectDangerFirst(review);
  // Where a preview fails the engine stops, each time after other resources.
  if (review.stacks.some(({ result }) => result === "failed")) return;
  await expect(withoutIds(markdown)).toMatchFileSnapshot(
    path.join(__dirname, "reports", `${name.replaceAll(" ", "-")}.md`),
  );
}

/** The document is in the order of danger, and what holds data and goes stands before everything else. */
function expectDangerFirst({ changes }: Review): void {
  expect(changes.map(({ urn }) => urn)).toEqual(byDanger(changes).map(({ urn }) => urn));
  const isLoss = changes.map(
    ({ op, risks }) => (op === "delete" || op === "replace") && risks.some(({ section }) => section === "data"),
  );
  expect(isLoss).toEqual([...isLoss].sort((a, b) => Number(b) - Number(a)));
}
