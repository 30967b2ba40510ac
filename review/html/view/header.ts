import type { Review } from "../../model/schema";
import { verdictOf } from "../../verdict";
import { type Child, h, type Node } from "./node";
import { code, counted, operations, plural } from "./words";

const levelWords = {
  failed: "Preview failed",
  danger: "Danger",
  attention: "Attention",
  routine: "Routine",
  nothing: "Nothing changes",
} as const;

/** What the review is of, the verdict, and the counts. */
export function header(review: Review): Node {
  const { level, line } = verdictOf(review);
  return h(
    "header",
    { class: "top" },
    h("div", { class: "bar" }, h("h1", {}, "Review of a change"), h("div", { id: "theme" })),
    h("p", { class: "about" }, about(review)),
    h(
      "div",
      { class: `verdict verdict-${level}` },
      h("p", { class: "verdict-level" }, levelWords[level]),
      h("p", { class: "verdict-line" }, h("bdi", {}, line)),
    ),
    counts(review),
  );
}

function about({ stacks, commit, base, time, sandbox }: Review): Child {
  const day = `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
  return [
    h("span", {}, plural(stacks.length, "stack")),
    commit !== "" && h("span", {}, "commit ", code(commit.slice(0, 12))),
    h("span", {}, "against ", base === "" ? "what the stacks record" : code(base)),
    h("span", {}, h("time", { datetime: time }, day)),
    sandbox && h("span", { class: "tag" }, "Sandbox: the cloud was simulated"),
  ];
}

const told = ["delete", "replace", "create", "update", "import", "forget", "read"] as const;

function counts(review: Review): Node {
  const { counts: all } = verdictOf(review);
  return h(
    "ul",
    { class: "counts", "aria-label": "What the change does" },
    told
      .filter((op, index) => index < 4 || all[op] > 0)
      .map((op) =>
        h(
          "li",
          { class: all[op] > 0 ? `count op-${op}` : "count none" },
          h("span", { class: "sign", "aria-hidden": "true" }, operations[op].sign),
          h("strong", {}, counted(all[op])),
          ` to ${operations[op].word.toLowerCase()}`,
        ),
      ),
    h("li", { class: "count none" }, h("strong", {}, counted(all.same)), " unchanged"),
  );
}
