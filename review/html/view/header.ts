import type { Review } from "../../model/schema";
import { verdictOf } from "../../verdict";
import type { Counts } from "../../verdict/counts";
import { type Child, h, type Node } from "./node";
import { code, counted, name, operations, plural } from "./words";

const levelWords = {
  failed: "Preview failed",
  danger: "Danger",
  attention: "Attention",
  routine: "Routine",
  nothing: "Nothing changes",
} as const;

/** What the review is of, the verdict, and the counts. */
export function header(review: Review): Node {
  const { level, parts, counts: all } = verdictOf(review);
  const [first = "", ...rest] = parts;
  return h(
    "header",
    { class: "top" },
    h("div", { class: "bar" }, h("h1", {}, "Review of a change"), h("div", { id: "theme" })),
    h("p", { class: "about" }, about(review)),
    h(
      "div",
      { class: `verdict verdict-${level}` },
      h("p", { class: "verdict-level" }, levelWords[level]),
      h("p", { class: "verdict-line" }, h("bdi", {}, first)),
      rest.length > 0 &&
        h(
          "ul",
          { class: "facts" },
          rest.map((one) => h("li", {}, h("bdi", {}, one))),
        ),
    ),
    counts(all),
    gates(review),
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

function counts(all: Counts): Node {
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

const gateWords = { failed: "Previews", policy: "Policy", danger: "Danger", cost: "Cost" } as const;

/** Whether the change may go on; the gates that stop it first. */
function gates({ gates: all }: Review): Child {
  if (all.length === 0) return undefined;
  const sorted = [...all.filter(({ passed }) => !passed), ...all.filter(({ passed }) => passed)];
  return h(
    "ul",
    { class: "gates", "aria-label": "Gates" },
    sorted.map(({ gate, environment, passed, reason }) =>
      h(
        "li",
        { class: passed ? "gate passed" : "gate stops" },
        h("span", { class: "sign", "aria-hidden": "true" }, passed ? "✓" : "✕"),
        h("strong", {}, `${gateWords[gate]} ${passed ? "passed" : "stops it"}`),
        h("span", { class: "type" }, " in ", name(environment), ": ", h("bdi", {}, reason)),
      ),
    ),
  );
}
