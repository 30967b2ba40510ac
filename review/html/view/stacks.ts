import type { Review, StackReview } from "../../model/schema";
import { countsByStack } from "../../verdict/counts";
import { changeLink, type Links } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { code, counted, folded, name, operations, plural } from "./words";

const results: Readonly<Record<StackReview["result"], string>> = {
  succeeded: "Previewed",
  violated: "Previewed, policy violated",
  failed: "Failed",
  skipped: "Skipped",
  cancelled: "Cancelled",
};

const isKnown = ({ result }: StackReview): boolean => result === "succeeded" || result === "violated";

/** The stacks of which nobody knows what would change, and why. */
export function failedPart({ stacks }: Review, links: Links): Part | undefined {
  const failed = stacks.filter((stack) => !isKnown(stack));
  if (failed.length === 0) return undefined;
  return {
    ...{ id: "failed", title: "Not previewed", count: failed.length, urgent: true },
    content: [
      h("p", { class: "hint" }, "What these stacks would change is not known, or not all of it."),
      h(
        "ul",
        { class: "cards" },
        failed.map((stack) =>
          h(
            "li",
            { class: "card card-critical" },
            h("h3", {}, name(stack.stack), " ", h("span", { class: "type" }, results[stack.result].toLowerCase())),
            messages(stack, links, (severity) => severity === "error"),
            otherMessages(stack, links),
          ),
        ),
      ),
    ],
  };
}

type Severity = StackReview["diagnostics"][number]["severity"];

function messages({ diagnostics }: StackReview, links: Links, wanted: (severity: Severity) => boolean): Child {
  const shown = diagnostics.filter(({ severity }) => wanted(severity));
  return (
    shown.length > 0 &&
    h(
      "ul",
      { class: "messages" },
      shown.map(({ severity, urn, message }) =>
        h(
          "li",
          {},
          h("p", {}, h("strong", {}, severityWords[severity]), urn !== "" && [" of ", changeLink(links, urn)]),
          // Of a message only its lines are kept; all else that is invisible in it is shown.
          h(
            "p",
            { class: "message" },
            message
              .trimEnd()
              .split("\n")
              .map((line) => h("bdi", { class: "message-line" }, line)),
          ),
        ),
      ),
    )
  );
}

const severityWords: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

function otherMessages(stack: StackReview, links: Links): Child {
  const count = stack.diagnostics.filter(({ severity }) => severity !== "error").length;
  return (
    count > 0 &&
    folded(
      plural(count, "warning and note", "warnings and notes"),
      messages(stack, links, (severity) => severity !== "error"),
    )
  );
}

const told = ["delete", "replace", "create", "update", "import", "forget", "read"] as const;

/** Every stack with what came of it, and what it was judged by. */
export function stacksPart(review: Review, links: Links): Part {
  const counts = countsByStack(review);
  const { presets, introductions } = review.standard;
  const rows = review.stacks.map((stack) => {
    const own = counts.get(stack.stack);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, name(stack.stack)),
      h("td", {}, results[stack.result]),
      h(
        "td",
        {},
        told
          .flatMap((op) =>
            own && own[op] > 0
              ? [`${operations[op].sign} ${counted(own[op])} ${operations[op].word.toLowerCase()}`]
              : [],
          )
          .join(", ") || (isKnown(stack) ? "nothing" : "not known"),
      ),
      h("td", {}, own ? counted(own.same) : ""),
      h("td", {}, presets[stack.stack] !== undefined && name(presets[stack.stack] ?? "")),
      h("td", {}, code(stack.fingerprint.slice(0, 12))),
    );
  });
  const titles = ["Stack", "Result", "Changes", "Unchanged", "Policy preset", "Fingerprint"];
  return {
    ...{ id: "stacks", title: "Stacks", count: review.stacks.length },
    content: [
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "group", "aria-label": "Stacks" },
        h(
          "table",
          {},
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              titles.map((title) => h("th", { scope: "col" }, title)),
            ),
          ),
          h("tbody", {}, rows),
        ),
      ),
      predictions(review.stacks),
      introductions.map(({ packs, rules, environments, mandatoryFrom, daysLeft }) =>
        h(
          "p",
          { class: "hint" },
          h("bdi", {}, [...packs, ...rules].join(", ")),
          ` only advise until ${mandatoryFrom} (${plural(daysLeft, "day")} left)`,
          environments && [" in ", h("bdi", {}, environments.join(", "))],
          ".",
        ),
      ),
      warnings(review.stacks, links),
    ],
  };
}

function predictions(stacks: readonly StackReview[]): Child {
  const from = stacks.filter(({ predictedFrom }) => predictedFrom.length > 0);
  return from.map(({ stack, predictedFrom }) =>
    h(
      "p",
      { class: "hint" },
      name(stack),
      " was previewed with the outputs that ",
      predictedFrom.map((one, index) => [index > 0 && ", ", name(one)]),
      " would have after this change; what comes of that is marked as predicted.",
    ),
  );
}

function warnings(stacks: readonly StackReview[], links: Links): Child {
  return stacks
    .filter((stack) => isKnown(stack) && stack.diagnostics.length > 0)
    .map(
      (stack): Node =>
        folded(
          [plural(stack.diagnostics.length, "message"), " of ", name(stack.stack)],
          messages(stack, links, () => true),
        ),
    );
}
