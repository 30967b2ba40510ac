import { type Change, type Review, type Risk, riskLevels, type Section, sections } from "../../model/schema";
import { diffView } from "./diff";
import { facts, whereOf } from "./facts";
import { changeLink, type Links } from "./links";
import { h, type Node } from "./node";
import type { Part } from "./part";
import { counted, levelBadge, name, operationBadge, sectionWords, shortType } from "./words";

/** Cards that a section has before the rest is told in a line each. */
const mostCards = 25;
/** Lines of one property in a card; all of them are in the table. */
const mostLines = 24;

const explained: Readonly<Record<Section, string>> = {
  data: "What holds data and goes, or may lose it.",
  access: "Who can newly do what, and what can newly be reached.",
  availability: "What may interrupt what runs.",
};

interface Danger {
  readonly change: Change;
  readonly risks: Change["risks"];
}

/** The sections of what is at risk, each with the most dangerous first; one without any is not there. */
export function dangerParts({ changes }: Review, links: Links): Part[] {
  return sections.flatMap((id): Part[] => {
    const dangers = dangersOf(changes, id);
    if (dangers.length === 0) return [];
    const [cards, rest] = [dangers.slice(0, mostCards), dangers.slice(mostCards)];
    return [
      {
        ...{ id, title: sectionWords[id], count: dangers.length },
        urgent: dangers.some(({ risks: [worst] }) => worst?.level === "critical" || worst?.level === "high"),
        content: [
          h("p", { class: "hint" }, explained[id]),
          h(
            "ol",
            { class: "cards" },
            cards.map((danger) => card(danger, links)),
          ),
          rest.length > 0 && others(rest, links),
        ],
      },
    ];
  });
}

/** What an environment ignores comes last. */
const rankOf = ({ level, ignored }: Risk): number => (ignored ? riskLevels.length : riskLevels.indexOf(level));

function dangersOf(changes: readonly Change[], id: Section): Danger[] {
  const rank = ({ risks }: Danger) => Math.min(...risks.map(rankOf));
  return changes
    .map((change) => ({ change, risks: change.risks.filter(({ section: of }) => of === id) }))
    .filter(({ risks }) => risks.length > 0)
    .sort((a, b) => rank(a) - rank(b));
}

function card({ change, risks }: Danger, links: Links): Node {
  const [worst] = risks;
  const paths = new Set([...risks.flatMap(({ properties }) => properties), ...change.replaceKeys]);
  const causes = change.diff.filter(({ path, replaces }) => replaces || paths.has(path));
  return h(
    "li",
    { class: `card card-${worst?.level}` },
    h(
      "div",
      { class: "badges" },
      worst && levelBadge(worst),
      operationBadge(change.op),
      change.predicted && predicted(),
      change.pending && pending(),
    ),
    h("h3", {}, name(change.name), " ", h("span", { class: "type", title: change.type }, shortType(change.type))),
    h("p", { class: "where" }, whereOf(change)),
    risks.map((risk) => [
      h("p", { class: "summary" }, risk.level !== worst?.level && [levelBadge(risk), " "], h("bdi", {}, risk.summary)),
      risk.details.length > 0 &&
        h(
          "ul",
          { class: "facts" },
          risk.details.map((one) => h("li", {}, h("bdi", {}, one))),
        ),
    ]),
    diffView(causes, mostLines),
    facts(change, links),
    h("p", { class: "more" }, changeLink(links, change.urn, "All of this change")),
  );
}

const pending = (): Node =>
  h(
    "span",
    { class: "tag", title: "The base would change it in the same way: it is no part of this change" },
    "Pending",
  );

const predicted = (): Node =>
  h("span", { class: "tag", title: "It comes of changes in another stack that are not applied yet" }, "Predicted");

function others(rest: readonly Danger[], links: Links): Node {
  return h(
    "details",
    {},
    h("summary", {}, `${counted(rest.length)} more`),
    h(
      "ul",
      { class: "rows" },
      rest.map(({ change, risks: [worst] }) =>
        h(
          "li",
          {},
          worst && levelBadge(worst),
          " ",
          changeLink(links, change.urn, change.name),
          ": ",
          h("bdi", {}, worst?.summary ?? ""),
        ),
      ),
    ),
  );
}
