import type { Cost, Review } from "../../model/schema";
import { barKey, barRow } from "./bars";
import { changeLink, type Links } from "./links";
import { signedUsd, usd } from "./money";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { code, counted, folded, name, plural } from "./words";

type CostRow = Cost["rows"]["service"][number];

/** What the change costs in a month, by service and team, with where the prices come from and what has none. */
export function costPart({ cost }: Review, links: Links): Part {
  const { before, after, rows } = cost;
  return {
    ...{ id: "cost", title: "Cost" },
    content: [
      h(
        "p",
        { class: "total" },
        h("strong", {}, `${signedUsd(after - before)} a month`),
        ` ${usd(before)} → ${usd(after)}`,
      ),
      h("p", { class: "hint" }, coverage(cost)),
      h(
        "div",
        { class: "columns" },
        plot("By service", rows.service, "no service"),
        plot("By team", rows.team, "no team"),
      ),
      tables(cost),
      lines(cost, links),
      gaps(cost, links),
      origin(cost),
    ],
  };
}

function coverage({ resources: { priced, free, unpriced, unknown }, sources }: Cost): string {
  const unverified = sources.filter(({ verified }) => !verified).length;
  const parts = [
    `Estimated from list prices: ${plural(priced, "resource")} priced, ${counted(free)} free`,
    unpriced > 0 ? `${counted(unpriced)} without a price` : "",
    unknown > 0 ? `${counted(unknown)} of which too little is known` : "",
  ];
  const known = parts.filter(Boolean).join(", ");
  const open = unpriced + unknown > 0 ? ". What is not priced is in no sum" : "";
  return `${known}${open}. ${unverified > 0 ? `${plural(unverified, "source")} of prices not verified.` : ""}`;
}

/** Rows of a plot before the rest is one. */
const mostBars = 8;

/** Bars of before and after; those that change most come first. */
function plot(title: string, all: readonly CostRow[], nameless: string): Child {
  const rows = [...all].sort(
    (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after,
  );
  if (rows.length === 0) return undefined;
  const [shown, rest] = [rows.slice(0, mostBars), rows.slice(mostBars)];
  const sum = (side: "before" | "after") => rest.reduce((total, row) => total + row[side], 0);
  const bars =
    rest.length === 0
      ? shown
      : [...shown, { name: `${counted(rest.length)} others`, before: sum("before"), after: sum("after") }];
  const largest = Math.max(...bars.flatMap(({ before, after }) => [before, after]), 0.01);
  return h(
    "figure",
    { class: "plot" },
    h("figcaption", {}, h("h3", {}, title), barKey()),
    h(
      "ul",
      {},
      bars.map((row) => bar(row, largest, nameless)),
    ),
  );
}

function bar({ name: of, before, after }: CostRow, largest: number, nameless: string): Node {
  const figures = [h("strong", {}, signedUsd(after - before)), ` ${usd(before)} → ${usd(after)}`];
  return barRow(of === "" ? nameless : name(of), figures, (before / largest) * 100, (after / largest) * 100);
}

function tables({ rows }: Cost): Child {
  const kinds = [
    ["Service", rows.service],
    ["Team", rows.team],
    ["Stack", rows.stack],
    ["Component", rows.component],
  ] as const;
  return (
    kinds.some(([, all]) => all.length > 0) &&
    folded(
      "All sums as tables",
      kinds.map(([title, all]) => all.length > 0 && sumsTable(title, all)),
    )
  );
}

const amounts = ["Before", "After", "Difference"];

const sumsTable = (title: string, rows: readonly CostRow[]): Node =>
  h(
    "table",
    { class: "sums-table" },
    h("caption", {}, `By ${title.toLowerCase()}, US dollars a month`),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, title),
        amounts.map((one) => h("th", { scope: "col", class: "number" }, one)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(({ name: of, before, after }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, of === "" ? "none" : name(of)),
          [usd(before), usd(after), signedUsd(after - before)].map((one) => h("td", { class: "number" }, one)),
        ),
      ),
    ),
  );

const mostLines = 100;

function lines({ lines: all, sources }: Cost, links: Links): Child {
  if (all.length === 0) return undefined;
  const sorted = [...all].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const rest = sorted.length - mostLines;
  return folded(
    ["What changes the cost ", h("span", { class: "amount" }, counted(all.length))],
    h(
      "ul",
      { class: "rows" },
      sorted
        .slice(0, mostLines)
        .map(({ urn, stack, item, quantity, unitUsd, before, after, source }) =>
          h(
            "li",
            {},
            h("strong", {}, signedUsd(after - before)),
            " ",
            changeLink(links, urn),
            h(
              "span",
              { class: "type" },
              " in ",
              name(stack),
              ": ",
              h("bdi", {}, item),
              `, ${String(quantity.before)} → ${String(quantity.after)} at $${String(unitUsd)}`,
              sources[source]?.verified === false && ", price not verified",
            ),
          ),
        ),
    ),
    rest > 0 && h("p", { class: "hint" }, `${counted(rest)} smaller ones are in the rows of their changes.`),
  );
}

function gaps({ gaps: all }: Cost, links: Links): Child {
  if (all.length === 0) return undefined;
  const touched = all.filter(({ changed }) => changed);
  return folded(
    [
      "Not priced ",
      h("span", { class: "amount" }, `${counted(all.length)}, ${counted(touched.length)} of them changed`),
    ],
    h(
      "ul",
      { class: "rows" },
      [...touched, ...all.filter(({ changed }) => !changed)]
        .slice(0, mostLines)
        .map(({ urn, stack, type, kind, what }) =>
          h(
            "li",
            {},
            changeLink(links, urn),
            h("span", { class: "type" }, " ", code(type), " in ", name(stack)),
            kind === "unpriced" ? ": no price for " : ": not known: ",
            h("bdi", {}, what),
          ),
        ),
    ),
    all.length > mostLines && h("p", { class: "hint" }, `and ${counted(all.length - mostLines)} more`),
  );
}

/** Where the prices come from, and what was assumed. */
function origin({ sources, assumptions }: Cost): Child {
  if (sources.length + assumptions.length === 0) return undefined;
  return folded(
    "Sources and assumptions",
    h("ul", { class: "rows" }, sources.map(sourceView)),
    assumptions.length > 0 &&
      h(
        "ul",
        { class: "rows" },
        assumptions.map(({ environment, what, quantity }) =>
          h("li", {}, name(environment), ": ", h("bdi", {}, what), ` ${counted(quantity)}`),
        ),
      ),
  );
}

function sourceView({ url, date, region, verified, exact }: Cost["sources"][number]): Node {
  const isWeb = url.startsWith("https://");
  return h(
    "li",
    {},
    isWeb ? h("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, h("bdi", {}, url)) : h("bdi", {}, url),
    ` ${region === "*" ? "all regions" : region}, ${date}`,
    !exact && ", taken for a region that has no price here",
    !verified && [" ", h("span", { class: "tag" }, "Not verified: not AWS's own page")],
  );
}
