import { plural } from "../../../cli/report/words";
import { counted, visible } from "../../diff/scalars";
import type { Gate, Review, StackReview } from "../../model/schema";
import { type Counts, countsByStack, totalOf } from "../../verdict/counts";
import type { Block, Forms } from "../budget";
import { leftOut } from "../changes";
import { code, fence, fold, row, tableHead, text } from "../escape";
import { nameOf } from "../names";

const columns = ["create", "update", "replace", "delete"] as const;
const others = ["import", "forget", "read"] as const;

/** What happens to how many resources of each stack. */
export function stacksBlock(review: Review): Block {
  const counts = countsByStack(review);
  const total = totalOf(counts.values());
  const told = others.filter((op) => total[op] > 0);
  const cells = (own: Counts) =>
    [...columns, ...told, "same" as const].map((op) => (own[op] === 0 ? "·" : counted(own[op])));
  const { stacks } = review;
  const sum = stacks.length > 1 ? [[() => row([`<b>${counted(stacks.length)} stacks</b>`, "", ...cells(total)])]] : [];
  return {
    head: tableHead(["stack", "result", ...[...columns, ...told, "unchanged"].map((name) => `${name} `)]),
    rows: true,
    items: [
      ...sum,
      ...stacks.map(
        (stack): Forms => [
          () => row([code(stack.stack, 60), resultOf(stack), ...cells(counts.get(stack.stack) ?? total)]),
        ],
      ),
    ],
    rest: (from) => leftOut(plural(stacks.length + sum.length - from, "row of the table", "rows of the table")),
  };
}

function resultOf({ result }: StackReview): string {
  if (result === "succeeded") return "previewed";
  return result === "violated" ? "⛔ policies violated" : `❌ <b>${result}</b>`;
}

/** Stacks whose preview took what others will be, not what they are. */
export function predictionsBlock({ stacks, changes }: Review): Block {
  const counts = new Map<string, number>();
  for (const { stack, predicted } of changes) if (predicted) counts.set(stack, (counts.get(stack) ?? 0) + 1);
  const found = stacks.filter(({ predictedFrom }) => predictedFrom.length > 0);
  return {
    items: found.map(({ stack, predictedFrom }) => [
      () => {
        const sources = predictedFrom.slice(0, 10).map((source) => code(source, 60));
        const more = predictedFrom.length - sources.length;
        const from = `${sources.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
        const count = counts.get(stack) ?? 0;
        const what =
          count === 0
            ? "nothing in it changes because of that"
            : `${plural(count, "change")} predicted because of that`;
        return `- ${code(stack, 60)} is previewed with what ${from} will be: ${what}`;
      },
    ]),
    rest: (from) => leftOut(`${plural(found.length - from, "stack")} previewed with what others will be`),
  };
}

/** Gates that did not pass, and, folded, those that did. */
export function gatesBlocks({ gates }: Review): readonly Block[] {
  const closed = gates.filter(({ passed }) => !passed);
  const open = gates.filter(({ passed }) => passed);
  const block = (some: readonly Gate[], mark: string, result: string): Block => ({
    head: tableHead(["gate", "environment", "result", "why"]),
    rows: true,
    items: some.map(({ gate, environment, reason }) => [
      () => row([gate, code(environment, 60), `${mark} ${result}`, text(reason)]),
    ]),
    rest: (from) => leftOut(plural(some.length - from, `gate that ${result}`, `gates that ${result}`)),
  });
  return [
    block(closed, "⛔", "did not pass"),
    { ...block(open, "✅", "passed"), folded: `${plural(open.length, "gate")} passed` },
  ];
}

/** Tags that every resource must have: coverage of the stacks in which it changes or is not whole, and what lacks which. */
export function tagsBlocks({ tags: { stacks, missing } }: Review): { coverage: Block; missing: Block } {
  const told = stacks.filter(({ before, after }) => share(before) !== share(after) || after.tagged < after.taggable);
  return {
    coverage: {
      head: tableHead(["stack", "before ", "after "]),
      rows: true,
      items: told.map(({ stack, before, after }) => [() => row([code(stack, 60), share(before), share(after)])]),
      rest: (from) => leftOut(plural(told.length - from, "stack")),
    },
    missing: {
      folded: `${plural(missing.length, "resource")} ${missing.length === 1 ? "lacks" : "lack"} required tags`,
      items: missing.map(({ urn, stack, keys }) => [
        () =>
          `- ${code(nameOf(urn))} in ${code(stack, 60)}: ${keys
            .slice(0, 10)
            .map((key) => code(key, 60))
            .join(", ")}`,
      ]),
      rest: (from) =>
        leftOut(
          `${plural(missing.length - from, "resource")} that ${missing.length - from === 1 ? "lacks" : "lack"} required tags`,
        ),
    },
  };
}

function share({ tagged, taggable }: { tagged: number; taggable: number }): string {
  // Not 100 % while one is missing.
  return taggable === 0
    ? "none to tag"
    : `${Math.floor((tagged / taggable) * 100)} % (${counted(tagged)} of ${counted(taggable)})`;
}

/** Lines of one message before the rest is counted. */
const mostLines = 40;
const longestLine = 300;

/** What was said while stacks were previewed, errors first; of stacks that came to no end everything, of others no infos. */
export function diagnosticsBlock({ stacks }: Review): Block {
  const all = stacks.flatMap(({ stack, result, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity !== "info" || (result !== "succeeded" && result !== "violated"))
      .map((one) => ({ stack, ...one })),
  );
  const order = ["error", "warning", "info"];
  const sorted = all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return {
    items: sorted.map(({ stack, severity, urn, message }) => {
      const head = `<b>${severity}</b> in ${code(stack, 60)}${urn === "" ? "" : ` · ${code(nameOf(urn))}`}`;
      const short = () => `- ${head}: ${text(message)}`;
      return message.trim().includes("\n")
        ? [short, () => fold(`${head}: ${text(message, 120)}`, fence("text", linesOf(message)))]
        : [short];
    }),
    rest: (from) => leftOut(plural(sorted.length - from, "message")),
  };
}

function linesOf(message: string): string[] {
  const lines = message.trim().split("\n");
  const shown = lines.slice(0, mostLines).map((line) => {
    const left = line.length - longestLine;
    return left > 0
      ? `${visible(line.slice(0, longestLine))} … (${counted(left)} more characters)`
      : visible(line.replaceAll("\t", "  ").trimEnd());
  });
  return lines.length > mostLines ? [...shown, `… ${plural(lines.length - mostLines, "more line")}`] : shown;
}
