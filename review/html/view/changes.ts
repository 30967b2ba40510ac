import type { Change, Review } from "../../model/schema";
import { detailId } from "./detail";
import { changeAnchor } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { counted, levelBadge, name, operationBadge, plural, sectionWords, shortType } from "./words";

/** What a row needs of a change. */
export type Row = Omit<Change, "diff">;

/** Rows that the page has before its script adds more. */
export const firstRows = 100;

export const columns = [
  { key: "op", title: "Operation" },
  { key: "name", title: "Resource" },
  { key: "stack", title: "Stack" },
  { key: "component", title: "Component" },
  { key: "owner", title: "Owner" },
  { key: "danger", title: "Danger" },
] as const;

/** The table of all changes, with the first rows in it; what means nothing is left to its script. */
export function changesPart({ changes }: Review): Part {
  const meant = changes.filter(({ churn }) => churn === undefined);
  const shown = meant.slice(0, firstRows);
  const churn = changes.length - meant.length;
  const part = shown.length < meant.length ? `The first ${counted(shown.length)} of ` : "";
  return {
    ...{ id: "changes", title: "All changes", count: changes.length },
    content:
      changes.length === 0
        ? h("p", {}, "Nothing changes.")
        : [
            h("div", { id: "filter" }),
            h(
              "p",
              { id: "shown", class: "hint", role: "status" },
              `${part}${plural(meant.length, "change")}${churn > 0 ? `; ${counted(churn)} of churn left out` : ""}`,
            ),
            table(changes),
            h("div", { id: "rest" }),
          ],
  };
}

const table = (changes: readonly Row[]): Node =>
  h(
    "table",
    { class: "changes", id: "table" },
    h("caption", { class: "unseen" }, "All changes, the most dangerous first"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map(({ key, title }) => h("th", { scope: "col", class: `col-${key}`, "data-key": key }, title)),
      ),
    ),
    h("tbody", {}, firstOf(changes)),
  );

function firstOf(changes: readonly Row[]): Node[] {
  const rows: Node[] = [];
  for (const [index, row] of changes.entries()) {
    if (rows.length === firstRows) break;
    if (row.churn === undefined) rows.push(changeRow(row, index));
  }
  return rows;
}

/** One change in the table; `canOpen` where a script is there to open it. */
export function changeRow(row: Row, index: number, canOpen = false): Node {
  const { op, type, stack, component, owner } = row;
  return h(
    "tr",
    { id: changeAnchor(index), "data-index": index },
    h("td", { class: "col-op" }, operationBadge(op)),
    h(
      "th",
      { scope: "row", class: "col-name" },
      canOpen ? opener(row, index) : name(row.name),
      h(
        "span",
        { class: "type", title: type },
        shortType(type),
        row.churn && ` · ${churnWords[row.churn]}`,
        row.predicted && " · predicted",
        row.pending && " · pending",
      ),
      h("span", { class: "narrow" }, name(stack)),
    ),
    h("td", { class: "col-stack" }, name(stack)),
    h("td", { class: "col-component" }, component.length > 0 && name(component.at(-1)?.name ?? "")),
    h("td", { class: "col-owner" }, owner !== "" && name(owner)),
    h("td", { class: "col-danger" }, danger(row)),
  );
}

const opener = (row: Row, index: number): Node =>
  h(
    "button",
    { type: "button", class: "open", "aria-expanded": "false", "aria-controls": detailId(index) },
    h("span", { class: "mark", "aria-hidden": "true" }),
    name(row.name),
  );

export const churnWords: Readonly<Record<NonNullable<Change["churn"]>, string>> = {
  hash: "only a hash differs",
  "unknown-only": "only what is not known yet",
  reordered: "only in another order",
  secret: "only a secret, which is not shown",
  computed: "only what is computed",
};

function danger({ risks: [worst] }: Row): Child {
  return worst && [levelBadge(worst), h("span", { class: "danger-section" }, sectionWords[worst.section])];
}
