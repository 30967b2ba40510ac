import { type Child, h, type Node } from "./node";

/** What the two bars of a plot mean. */
export const barKey = (): Node =>
  h(
    "span",
    { class: "key" },
    h("span", { class: "swatch before", "aria-hidden": "true" }),
    "upper bar: before",
    h("span", { class: "swatch after", "aria-hidden": "true" }),
    "lower bar: after",
  );

/** One row of a plot: its name, its figures, and what they come to before and after, in percent of the width. */
export const barRow = (title: Child, figures: Child, before: number, after: number): Node =>
  h(
    "li",
    {},
    h("span", { class: "label" }, title),
    h("span", { class: "sums" }, figures),
    h(
      "svg",
      { viewBox: "0 0 100 14", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
      h("rect", { class: "before", x: 0, y: 0, width: before.toFixed(2), height: 6 }),
      h("rect", { class: "after", x: 0, y: 8, width: after.toFixed(2), height: 6 }),
    ),
  );
