import { plural } from "../../../cli/report/words";
import type { Change, Risk, RiskLevel, Section as RiskSection } from "../../model/schema";
import type { Block, Forms } from "../budget";
import { changeHead, foldedDiff, homeOf, leftOut, leftOutChanges } from "../changes";
import { code, text } from "../escape";

const titles: Readonly<Record<RiskSection, string>> = {
  data: "Data at risk",
  access: "Access widened",
  availability: "Availability",
};

const marks: Readonly<Record<RiskLevel, string>> = {
  critical: "🔴 critical",
  high: "🟠 high",
  medium: "🟡 medium",
  low: "⚪ low",
};

/** What a section of risks is made of. */
export interface RiskPart {
  readonly title: string;
  /** Changes that are told here in full. */
  readonly own: Block;
  /** Changes that are told in full in a section above, and have a risk of this one too. */
  readonly others: Block;
}

/** The changes with a risk of `section`, in the order of the review. */
export function riskPart(section: RiskSection, changes: readonly Change[]): RiskPart {
  const found = changes.filter(({ risks }) => risks.some((risk) => risk.section === section));
  const own = found.filter((change) => homeOf(change) === section);
  const others = found.filter((change) => homeOf(change) !== section);
  return {
    title: `${titles[section]} (${found.length})`,
    own: {
      items: own.map((change) => forms(change, risksOf(change, section))),
      rest: (from) => leftOutChanges(own.slice(from)),
    },
    others: {
      items: others.map((change) => [() => otherLine(change, risksOf(change, section))]),
      rest: (from) => leftOut(`${plural(others.length - from, "risk")} of what is told elsewhere`),
    },
  };
}

const risksOf = ({ risks }: Change, section: RiskSection): Risk[] => risks.filter((risk) => risk.section === section);

const levelOf = ({ level, ignored, tableLevel }: Risk): string =>
  ignored
    ? `ignored (${tableLevel ?? level})`
    : tableLevel === undefined
      ? marks[level]
      : `${marks[level]} (${tableLevel} by the table)`;

/** One line; what to know to judge it; and the diff. */
function forms(change: Change, [worst, ...more]: readonly Risk[]): Forms {
  if (worst === undefined) return [];
  const head = `- ${levelOf(worst)} · ${changeHead(change, "with stack")}`;
  const line = () =>
    `${head}: <b>${text(worst.summary)}</b>${more.length > 0 ? ` (and ${plural(more.length, "other risk")})` : ""}`;
  const told = () => `${head}\n${[worst, ...more].map(toldRisk).join("\n")}`;
  const whole = () => {
    const diff = foldedDiff(change);
    return diff === "" ? told() : `${told()}\n\n${diff}`;
  };
  return [line, told, whole];
}

/** Details of one risk before the rest is counted. */
const mostDetails = 12;

function toldRisk({ summary, details, properties }: Risk, at: number): string {
  const left = details.length - mostDetails;
  const lines = [
    `<b>${text(summary)}</b>`,
    ...details.slice(0, mostDetails).map((detail) => text(detail)),
    ...(left > 0 ? [leftOut(plural(left, "detail"))] : []),
    ...(details.length === 0 && at > 0 && properties.length > 0
      ? [
          properties
            .slice(0, 3)
            .map((path) => code(path))
            .join(", "),
        ]
      : []),
  ];
  return lines.map((line) => `  - ${line}`).join("\n");
}

function otherLine(change: Change, [worst]: readonly Risk[]): string {
  return worst === undefined
    ? ""
    : `- ${levelOf(worst)} · <b>${change.op}</b> ${code(change.name)} in ${code(change.stack)}: ${text(worst.summary)} (told in full elsewhere)`;
}
