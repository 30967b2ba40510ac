import { renderHtml } from "../../review/html/render";
import { commentBudget, renderMarkdown, summaryBudget } from "../../review/markdown/render";
import type { Review } from "../../review/model/schema";
import { writeText } from "../finish";

/** Files for the reports of a review; `-` is stdout. */
export interface ReviewReports {
  /** For a comment on a pull request. */
  markdown?: string;
  /** For the summary of a job, which may be longer. */
  summary?: string;
  html?: string;
  /** Tells comments of one pull request apart. */
  id?: string;
}

/** Writes the reports that were asked for. */
export function writeReports(
  { markdown, summary, html, id = "" }: ReviewReports,
  review: Review,
  env = process.env,
): void {
  const { page, more } = wholeIn(env);
  if (markdown !== undefined) {
    const whole = summary === undefined ? page : more;
    writeText(markdown, renderMarkdown(review, { id, whole, budget: commentBudget }));
  }
  if (summary !== undefined) writeText(summary, renderMarkdown(review, { id, whole: page, budget: summaryBudget }));
  if (html !== undefined) writeText(html, renderHtml(review));
}

/** Where a reader finds what a report leaves out: in a page, or already in the summary of the run. */
function wholeIn(env: Readonly<Record<string, string | undefined>>): { page: string; more: string } {
  const page =
    env.GITHUB_ACTIONS || env.GITLAB_CI
      ? "the page among the artifacts of the run has the whole of it"
      : "foundation report --html writes the whole of it";
  return { page, more: `the summary of the run has more of it, and ${page}` };
}
