import { compose } from "../../review/compose";
import type { Gathered } from "../../review/model/gathered";
import { type ReportOptions, writeJson } from "../finish";

/** Writes the reports of a change that were asked for. */
export function writeReview({ review: file }: ReportOptions, gathered: Gathered): void {
  writeJson(file, compose(gathered));
}
