import { compose } from "../../review/compose";
import type { Gathered } from "../../review/model/gathered";
import type { Review } from "../../review/model/schema";
import { type ReportOptions, writeJson } from "../finish";
import { writeReports } from "./reports";

/** Makes the review of what was gathered and writes the reports of it that were asked for. */
export function writeReview(options: ReportOptions, gathered: Gathered): Review {
  const review = compose(gathered);
  writeJson(options.review, review);
  writeReports(options, review);
  return review;
}
