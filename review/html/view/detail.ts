import type { Finding, PropertyChange } from "../../model/schema";
import type { CostLine } from "../data";
import type { Row } from "./changes";
import { diffView } from "./diff";
import { facts, pair, whereOf } from "./facts";
import { type Links, resourceLinks } from "./links";
import { signedUsd } from "./money";
import { type Child, h, type Node } from "./node";
import { findingLine } from "./policy";
import { code, levelBadge, plural } from "./words";

/** What a row does not hold, and its opened part shows. */
export interface RowDetails {
  readonly diff: readonly PropertyChange[];
  readonly findings: readonly Finding[];
  readonly costs: readonly CostLine[];
}

/** Lines of one property that are told before the rest is counted. */
const mostLines = 400;
const mostLinks = 40;

export const detailId = (index: number): string => `d${index}`;

/** All that is known of a change, below its row. */
export function detailRow(row: Row, index: number, { diff, findings, costs }: RowDetails, links: Links): Node {
  return h(
    "tr",
    { class: "detail", id: detailId(index) },
    h(
      "td",
      { colspan: 6 },
      h("p", { class: "where" }, whereOf(row)),
      row.risks.map((risk) => [
        h("p", { class: "summary" }, levelBadge(risk), " ", h("bdi", {}, risk.summary)),
        risk.details.length > 0 &&
          h(
            "ul",
            { class: "facts" },
            risk.details.map((one) => h("li", {}, h("bdi", {}, one))),
          ),
      ]),
      diff.length === 0 ? h("p", { class: "hint" }, "No property is told to differ.") : diffView(diff, mostLines),
      findings.length > 0 && h("ul", { class: "rows" }, findings.map(findingLine)),
      costs.length > 0 && h("ul", { class: "rows" }, costs.map(costLine)),
      facts(row, links, [
        row.dependsOn.length > 0 &&
          pair("Made from", [
            `${plural(row.dependsOn.length, "resource")}: `,
            resourceLinks(links, row.dependsOn, mostLinks),
          ]),
        pair("Type", code(row.type)),
        pair("URN", code(row.urn)),
      ]),
      row.dependsOn.length + row.dependents.length > 0 &&
        h("p", { class: "more" }, h("a", { href: `#graph=${index}` }, "Show it in the graph")),
    ),
  );
}

const costLine = ({ item, before, after }: CostLine): Child =>
  h("li", {}, signedUsd(after - before), " a month: ", h("bdi", {}, item));
