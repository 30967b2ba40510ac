import { visible } from "../../review/diff/scalars";
import type { Review, Risk } from "../../review/model/schema";
import { type Verdict, verdictOf } from "../../review/verdict";
import { colors } from "./colors";

/** Risks that are shown before the rest is counted. */
const shownRisks = 20;

/** What a reviewer reads first, for a terminal: the verdict, and what is at risk with what to know of it. */
export function reviewSummary(review: Review): string {
  const { level, line } = verdictOf(review);
  const risks = review.changes.flatMap(({ stack, risks: own }) =>
    own.filter((risk) => risk.level !== "low" && risk.ignored !== true).map((risk) => ({ stack, risk })),
  );
  const shown = risks
    .slice(0, shownRisks)
    .flatMap(({ stack, risk }) => [
      `  ${levels[risk.level](risk.level)} ${stack}  ${visible(risk.summary)}`,
      ...risk.details.map((detail) => colors.dim(`      ${visible(detail)}`)),
    ]);
  const rest = risks.length - shownRisks;
  const more = rest > 0 ? [`  … and ${rest} more; --html FILE and --markdown FILE show all`] : [];
  return [marks[level](colors.bold(visible(line))), ...shown, ...more].join("\n");
}

const marks: Readonly<Record<Verdict["level"], (text: string) => string>> = {
  failed: colors.red,
  danger: colors.red,
  attention: colors.yellow,
  routine: colors.green,
  nothing: colors.green,
};

const levels: Readonly<Record<Risk["level"], (text: string) => string>> = {
  critical: colors.red,
  high: colors.red,
  medium: colors.yellow,
  low: colors.dim,
};
