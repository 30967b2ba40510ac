import { compose } from "../../review/compose";
import { renderHtml } from "../../review/html/render";
import { renderMarkdown } from "../../review/markdown/render";
import type { Gathered } from "../../review/model/gathered";
import type { Review } from "../../review/model/schema";
import { type ReportOptions, writeJson, writeText } from "../finish";

/** Makes the review of what was gathered and writes the reports of it that were asked for. */
export function writeReview({ review: file, markdown, html }: ReportOptions, gathered: Gathered): Review {
  const review = compose(gathered);
  writeJson(file, review);
  if (markdown !== undefined) writeText(markdown, renderMarkdown(review));
  if (html !== undefined) writeText(html, renderHtml(review));
  return review;
}
