import { packs } from "../../policy-packs/rules";
import { table } from "../generate/markdown";
import type { PolicyCase } from "./case";
import { contested, explained } from "./contested";
import type { RuleScore, Score, Scores } from "./score";

/** What is known of where the cases are from, for the page. */
export type SourcedCase = Pick<PolicyCase, "id" | "source" | "query">;

/** Why a case is judged otherwise than it is labelled; undefined where nobody has said. */
export const reasonFor = (id: string): string | undefined => contested[id] ?? explained[id];

/** How the rules judge the cases: every difference with its reason, and the counts by rule. */
export function casesPage({ total, tier1, rules }: Scores, cases: readonly SourcedCase[]): string {
  const byId = new Map(cases.map((one) => [one.id, one]));
  const sorted = Object.entries(rules).sort(([one], [other]) => one.localeCompare(other));
  const differences = (of: (score: RuleScore) => string[]) =>
    sorted
      .filter(([, score]) => score.built)
      .flatMap(([name, score]) => of(score).map((id) => difference(name, byId.get(id), id)));
  const unbuilt = sorted.filter(([, { built }]) => !built).map(([name]) => name);
  return `${[
    "# How public cases are judged",
    "Written by `npm run policy:cases -- FILE --page docs/reference/public-cases.md`. The cases are resources from the test fixtures of other policy tools, with what those tools say of them; a case that is labelled ok counts where the tool looks at all that our rule looks at.",
    table(
      ["", "violations found", "of", "false alarms", "of", "crashes", "not evaluated"],
      [row("tier 1", tier1), row("all", total)],
    ),
    "Everything is counted as it is labelled, also what stands below with its reason.",
    "## Violations that are not found",
    listOr(differences(({ missed }) => missed)),
    ...(unbuilt.length > 0 ? [`Not built: ${unbuilt.join(", ")}.`] : []),
    "## False alarms",
    listOr(differences(({ alarmed }) => alarmed)),
    "## By rule",
    table(
      ["rule", "violations found", "of", "false alarms", "of", "crashes", "not evaluated"],
      sorted.map(([name, score]) => row(link(name), score)),
    ),
  ].join("\n\n")}\n`;
}

const row = (name: string, { found, expected, falseAlarms, ok, crashes, notEvaluated }: Score): string[] => [
  name,
  ...[found, expected, falseAlarms, ok, crashes, notEvaluated].map(String),
];

const difference = (rule: string, from: SourcedCase | undefined, id: string): string[] => [
  link(rule),
  `${from?.source ?? ""} ${from?.query ?? ""}`.trim(),
  id,
  reasonFor(id) ?? "",
];

const listOr = (rows: string[][]): string =>
  rows.length === 0 ? "None." : table(["rule", "source and its check", "case", "why"], rows);

function link(name: string): string {
  const [pack] = Object.entries(packs).find(([, rules]) => rules.some((rule) => rule.name === name)) ?? [];
  return pack === undefined ? name : `[${name}](../policies/${pack}/${name}.md)`;
}
