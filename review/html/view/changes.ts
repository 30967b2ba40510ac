import type { Change, Review } from "../../model/schema";
import { changeAnchor } from "./links";
import { type Child, h, type Node } from "./node";
import { counted, levelBadge, name, operationBadge, plural, section, sectionWords, shortType } from "./words";

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

/** The table of all changes, with the first rows in it. */
export function changesSection({ changes }: Review): Node {
  const meant = changes.filter(({ churn }) => churn === undefined);
  const shown = changes.slice(0, firstRows);
  return section(
    "changes",
    `All changes (${counted(changes.length)})`,
    changes.length === 0
      ? h("p", {}, "Nothing changes.")
      : [
          h("div", { id: "filter" }),
          h(
            "p",
            { id: "shown", class: "hint", role: "status" },
            shown.length < changes.length
              ? `The first ${counted(shown.length)} of ${plural(changes.length, "change")}; all of them with JavaScript.`
              : plural(changes.length, "change"),
            meant.length < changes.length && ` ${counted(changes.length - meant.length)} of them mean nothing.`,
          ),
          table(shown),
          h("div", { id: "rest" }),
        ],
  );
}

const table = (shown: readonly Row[]): Node =>
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
    h(
      "tbody",
      {},
      shown.map((row, index) => changeRow(row, index)),
    ),
  );

/** One change in the table. */
export function changeRow(row: Row, index: number): Node {
  const { op, type, stack, component, owner } = row;
  return h(
    "tr",
    { id: changeAnchor(index), "data-index": index },
    h("td", { class: "col-op" }, operationBadge(op)),
    h(
      "th",
      { scope: "row", class: "col-name" },
      name(row.name),
      h(
        "span",
        { class: "type", title: type },
        shortType(type),
        row.churn && ` · ${churnWords[row.churn]}`,
        row.predicted && " · predicted",
      ),
      h("span", { class: "narrow" }, name(stack)),
    ),
    h("td", { class: "col-stack" }, name(stack)),
    h("td", { class: "col-component" }, component.length > 0 && name(component.at(-1)?.name ?? "")),
    h("td", { class: "col-owner" }, owner !== "" && name(owner)),
    h("td", { class: "col-danger" }, danger(row)),
  );
}

export const churnWords: Readonly<Record<NonNullable<Change["churn"]>, string>> = {
  hash: "only a hash differs",
  "unknown-only": "only what is not known yet",
  reordered: "only in another order",
  secret: "only a secret, which is not shown",
  computed: "only what is computed",
};

function danger({ risks: [worst] }: Row): Child {
  return worst && [levelBadge(worst.level), h("span", { class: "danger-section" }, sectionWords[worst.section])];
}
