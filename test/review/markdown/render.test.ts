import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentBudget, renderMarkdown, summaryBudget } from "../../../review/markdown/render";
import type { Review } from "../../../review/model/schema";
import { hostileReview } from "../../support/hostile-reviews";
import { hostileText, hostileTexts, linked, pageOf } from "../../support/markdown";

/** What keeps a report whole, whatever it is about. */
function isWhole(markdown: string): void {
  const { problems, prose } = pageOf(markdown);
  expect(problems).toEqual([]);
  expect(prose).not.toMatch(linked);
  expect(markdown).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
}

/** Changes that a report shows, and those that it says it leaves out. */
function accountOf(markdown: string): { shown: number; counted: number } {
  // Those that another section tells of are only named.
  const lines = markdown.split("\n").filter((line) => !line.endsWith("(told in full elsewhere)"));
  const shown = new Set(lines.flatMap((line) => [...line.matchAll(/<code>id(\d+)end/g)].map(([, index]) => index)));
  const counted = [...markdown.matchAll(/<i>… (\d+) changes? left out here/g)].map(([, count]) => Number(count));
  return { shown: shown.size, counted: counted.reduce((sum, one) => sum + one, 0) };
}

const sizes = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 600 }));
const reviews = fc
  .tuple(sizes, fc.array(hostileText, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([size, texts, seed]) => hostileReview(size, texts, seed));

describe("any review", () => {
  it("fits in a comment, is whole, and shows or counts every change", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const markdown = renderMarkdown(review);
        expect(markdown.length).toBeLessThanOrEqual(60_000);
        isWhole(markdown);
        const { shown, counted } = accountOf(markdown);
        expect(shown + counted).toBe(review.changes.length);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 1])(
    "of 20,000 changes does too, and its summary fits in 1 MiB (seed %i)",
    { timeout: 120_000 },
    (seed) => {
      const review = hostileReview(20_000, hostileTexts, seed);
      for (const budget of [commentBudget, summaryBudget]) {
        const markdown = renderMarkdown(review, { budget });
        expect(budget.sizeOf(markdown)).toBeLessThanOrEqual(budget.most);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(budget === commentBudget ? 262_144 : 1_048_576);
        isWhole(markdown);
        const { shown, counted } = accountOf(markdown);
        expect(shown + counted).toBe(review.changes.length);
        expect(shown).toBeGreaterThan(20);
      }
    },
  );

  it("is rendered to the same bytes each time", () => {
    const review = hostileReview(300, hostileTexts, 7);
    const copy: Review = JSON.parse(JSON.stringify(review));
    expect(renderMarkdown(copy)).toBe(renderMarkdown(review));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(review));
  });
});
