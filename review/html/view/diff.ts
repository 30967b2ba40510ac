import { diffLines } from "../../diff/lines";
import type { PropertyChange } from "../../model/schema";
import { type Child, h, type Node } from "./node";

const signWords = { "+": "added", "-": "removed" } as const;

/** How properties change, in lines with a sign for what goes and what comes. */
export function diffView(diff: readonly PropertyChange[], most?: number): Child {
  if (diff.length === 0) return undefined;
  return h(
    "div",
    { class: "diff", tabindex: 0, role: "group", "aria-label": "Changed properties" },
    diff.map((one) => propertyView(one, most)),
  );
}

function propertyView(change: PropertyChange, most: number | undefined): Node {
  const lines = diffLines(change, most).map(({ sign, text }) => {
    const kind = sign === "+" ? "come" : sign === "-" ? "gone" : "stay";
    const spoken = sign === " " ? undefined : h("span", { class: "unseen" }, `${signWords[sign]}: `);
    return h(
      "div",
      { class: `line ${kind}` },
      h("span", { class: "sign", "aria-hidden": "true" }, sign === "-" ? "−" : sign),
      spoken,
      h("bdi", {}, text),
    );
  });
  const forces = change.replaces && h("div", { class: "forces" }, "forces the replacement");
  return h("div", { class: change.replaces ? "property replaces" : "property" }, lines, forces);
}
