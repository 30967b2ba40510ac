import { mergeMistakes, mergeReviews } from "../../review/merge";
import type { Review } from "../../review/model/schema";
import { verdictOf } from "../../review/verdict";
import { ExitCode, WrongUse } from "../errors";
import { exitCodeOf, worst, writeJson } from "../finish";
import { readReviews } from "../review/read";
import { type ReviewReports, writeReports } from "../review/reports";
import { writeSarif } from "../sarif/write";

export interface ReportCommandOptions extends ReviewReports {
  json?: string;
  sarif?: string;
}

/** What a report of reviews comes to. */
export interface Reported {
  readonly review: Review;
  /** For people: the verdict, and the gates that did not pass. */
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
}

/**
 * Makes one review of those in `files`, which several jobs may have made, and writes the reports of it that were asked for.
 *
 * @throws WrongUse where a file holds no review, they are of different changes, or a stack is in two.
 */
export function report(files: readonly string[], options: ReportCommandOptions): Reported {
  const reviews = readReviews(files);
  const named = reviews.map((review, index) => ({ name: files[index] ?? "", review }));
  const mistakes = mergeMistakes(named);
  const [first, ...others] = reviews;
  if (first === undefined || mistakes.length > 0)
    throw new WrongUse([...mistakes, "one report is of one change, and of each stack once"].join("\n"));
  const review = mergeReviews([first, ...others]);
  writeReports(options, review);
  writeJson(options.json, review);
  if (options.sarif !== undefined) writeSarif(options.sarif, stacksOf(review), review.sandbox, new Date(review.time));
  const closed = review.gates.filter(({ passed }) => !passed);
  return {
    review,
    lines: [
      verdictOf(review).line,
      ...closed.map(({ gate, environment, reason }) => `gate ${gate} of ${environment}: ${reason}`),
    ],
    exitCode: exitCodeOfReview(review),
  };
}

/** The stacks with what the policies found in each. */
function stacksOf({ stacks, findings }: Review) {
  return stacks.map(({ stack, layer, result }) => ({
    ...{ stack, layer, result },
    policies: findings.filter((finding) => finding.stack === stack),
  }));
}

const gateCodes = {
  failed: ExitCode.failed,
  policy: ExitCode.policyViolated,
  danger: ExitCode.gate,
  cost: ExitCode.gate,
} as const satisfies Record<Review["gates"][number]["gate"], ExitCode>;

/** As `preview` ends of the same stacks, and with that of a gate which did not pass. */
export function exitCodeOfReview({ stacks, findings, gates }: Review): ExitCode {
  const mandatory = findings.some(({ level, state }) => level === "mandatory" && state !== "excepted");
  return worst([
    ...stacks.map(exitCodeOf),
    ...(mandatory ? [ExitCode.policyViolated] : []),
    ...gates.flatMap(({ gate, passed }) => (passed ? [] : [gateCodes[gate]])),
  ]);
}
