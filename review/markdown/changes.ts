import { plural } from "../../cli/report/words";
import { diffLines } from "../diff/lines";
import { counted } from "../diff/scalars";
import type { Change, Section } from "../model/schema";
import { sections } from "../model/schema";
import { countedOps } from "../verdict/counts";
import { code, fence, fold, text } from "./escape";

/** Where a change is told in full: other sections that it is part of only name it. */
export type Home = Section | "rest" | "churn";

/** The first section that a risk puts it in. What ends data is told with the data, even where its risk is ignored. */
export function homeOf({ risks, op, churn }: Change): Home {
  const ends = op === "delete" || op === "replace" || op === "forget";
  const counts = risks.filter(({ ignored, section }) => !ignored || (ends && section === "data"));
  const home = sections.find((section) =>
    (counts.length > 0 ? counts : risks).some((risk) => risk.section === section),
  );
  return home ?? (churn === undefined ? "rest" : "churn");
}

/** `replace`, name and type, and what else to know of it in a word. */
export function changeHead(change: Change, where: "with stack" | "without stack"): string {
  const { op, name, type, stack } = change;
  const place = where === "with stack" ? ` in ${code(stack)}` : "";
  return [`<b>${op}</b> ${code(name)} ${code(type)}${place}`, ...factsOf(change)].join(" · ");
}

/** Properties that are named before the rest is counted. */
const mostKeys = 3;

function factsOf({
  op,
  replaceKeys,
  deleteFirst,
  protect,
  retainOnDelete,
  predicted,
  owner,
  dependents,
  churn,
}: Change): string[] {
  const keys = replaceKeys.slice(0, mostKeys).map((key) => code(key));
  const more = replaceKeys.length - keys.length;
  const ends = op === "delete" || op === "replace";
  return [
    ...(predicted ? ["<b>predicted</b>"] : []),
    ...(op === "replace" && keys.length > 0
      ? [`because of ${keys.join(", ")}${more > 0 ? ` and ${more} more` : ""}`]
      : []),
    ...(op === "replace" && deleteFirst ? ["the old one goes first"] : []),
    ...(ends && protect ? ["protected"] : []),
    ...(ends && retainOnDelete ? ["stays in the cloud"] : []),
    ...(churn === undefined ? [] : [churnWords[churn]]),
    ...(ends && dependents.length > 0 ? [`${plural(dependents.length, "resource")} made from it`] : []),
    ...(owner === "" ? [] : [text(owner, 60)]),
  ];
}

export const churnWords: Readonly<Record<NonNullable<Change["churn"]>, string>> = {
  hash: "only a hash",
  "unknown-only": "only values that are not known yet",
  reordered: "only the order",
  secret: "only secrets that may be the same",
  computed: "only what is computed",
};

/** Lines of a diff of one resource before the rest is counted. */
const mostLines = 150;

/** The changed properties, folded; empty where none are told. */
export function foldedDiff({ diff }: Change, summary?: string): string {
  if (diff.length === 0) return "";
  return fold(summary ?? `Diff of ${propertyCount(diff.length)}`, fence("diff", fencedLines(diff)));
}

export const propertyCount = (count: number): string => plural(count, "property", "properties");

function fencedLines(diff: Change["diff"]): string[] {
  const lines: string[] = [];
  for (const [index, property] of diff.entries()) {
    const left = mostLines - lines.length;
    if (left < 3) {
      lines.push(`  … ${counted(diff.length - index)} more properties`.replace(/^(.* 1 more propert)ies$/, "$1y"));
      break;
    }
    const own = diffLines(property, left).map(({ sign, text: line }) => `${sign} ${line}`);
    const forces = property.replaces ? "  # forces the replacement" : "";
    lines.push(...own.map((line, at) => (at === own.length - 1 ? `${line}${forces}` : line)));
  }
  return lines;
}

/** What is said of changes that are left out; it counts each. */
export const leftOutChanges = (changes: readonly Change[]): string =>
  changes.length === 0 ? "" : leftOut(plural(changes.length, "change"), countedOps(changes));

/** What is said of anything that is left out. */
export function leftOut(what: string, kinds = ""): string {
  return `<i>… ${what} left out here${kinds && `: ${kinds}`}</i>`;
}
