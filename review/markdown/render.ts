import { plural } from "../../cli/report/words";
import { counted } from "../diff/scalars";
import { type Review, sections } from "../model/schema";
import { type Verdict, verdictOf } from "../verdict";
import { type Block, type Budget, Room, type Round } from "./budget";
import { type Home, homeOf } from "./changes";
import { code, comment, text } from "./escape";
import { diagnosticsBlock, gatesBlocks, predictionsBlock, stacksBlock, tagsBlocks } from "./sections/around";
import { costPart } from "./sections/cost";
import { policyPart } from "./sections/policy";
import { churnBlock, churnKinds, restBlock } from "./sections/rest";
import { riskPart } from "./sections/risks";

/**
 * Of a comment: GitHub takes 65,536 characters, and 262,144 bytes, which so many characters never are; what a workflow adds has its place
 * beside.
 */
export const commentBudget: Budget = { most: 60_000, sizeOf: (markdown) => markdown.length };

/** Of a step's summary: GitHub takes 1 MiB. */
export const summaryBudget: Budget = { most: 1_000_000, sizeOf: (markdown) => Buffer.byteLength(markdown) };

export interface MarkdownOptions {
  /** Default: that of a comment. */
  readonly budget?: Budget;
  /** Tells reports of one pull request apart, each of which has a comment of its own: letters, digits, `-`. Default: only one. */
  readonly id?: string;
  /** Where a reader finds what is left out. Default: what to run. */
  readonly whole?: string;
}

/** The review as a reviewer reads it in a pull request: GitHub's Markdown, in the order of danger, never longer than its budget. */
export function renderMarkdown(review: Review, options: MarkdownOptions = {}): string {
  const { budget = commentBudget, id = "", whole = "foundation report --html writes the whole of it" } = options;
  const parts = partsOf(review);
  const marker = comment(["foundation-review", id].filter((part) => part !== "").join(":"));
  const start = [marker, `## ${headline(verdictOf(review))}`, context(review)].join("\n\n");
  const note = `<i>What is left out here is counted where it is: ${text(whole)}.</i>`;
  const fixed = [start, ...parts.flatMap(({ title, intro }) => [titled(title), intro ?? ""]), note, ""].join("\n\n");
  const blocks = parts.flatMap((part) => part.blocks);
  const room = new Room(budget, blocks, fixed);
  for (const round of roundsOf(parts)) room.give(round);
  const body = parts.flatMap(({ title, intro = "", blocks: own }) => [
    titled(title),
    intro,
    ...own.map((block) => room.textOf(block)),
  ]);
  const isWhole = blocks.every((block) => room.shownOf(block) === block.items.length);
  return `${[start, ...body, isWhole ? "" : note].filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

const marks: Readonly<Record<Verdict["level"], string>> = {
  failed: "❌",
  danger: "🛑",
  attention: "⚠️",
  routine: "✅",
  nothing: "✅",
};

const headline = ({ level, line }: Verdict): string => `${marks[level]} ${text(line, 1_000)}`;

function context({ sandbox, commit, base, stacks }: Review): string {
  const compared = base === "" ? "what the states record" : code(base);
  return [
    `${plural(stacks.length, "stack")} compared with ${compared}`,
    ...(commit === "" ? [] : [`at ${code(commit.slice(0, 12))}`]),
    ...(sandbox ? ["in the sandbox: <b>the cloud is simulated</b>"] : []),
  ]
    .join(" ")
    .concat(".");
}

/** A part of the report, with what is told first of each of its blocks. */
interface Part {
  readonly title: string;
  readonly intro?: string;
  readonly blocks: readonly Block[];
  /** Things of each block that get room before others get more. */
  readonly share: number;
  /** Whether it is named before the others, wherever it stands. */
  readonly first?: boolean;
  /** Whether it gets what nobody else needs. */
  readonly last?: boolean;
  /** Whether all is told of it before others get more than their share. */
  readonly dangerous?: boolean;
}

const titled = (title: string): string => (title === "" ? "" : `### ${title}`);

function partsOf(review: Review): Part[] {
  const homes = new Map<Home, Review["changes"]>();
  for (const change of review.changes) {
    const home = homes.get(homeOf(change));
    if (home) home.push(change);
    else homes.set(homeOf(change), [change]);
  }
  const [rest = [], churn = []] = [homes.get("rest"), homes.get("churn")];
  const policy = policyPart(review);
  const tags = tagsBlocks(review);
  const all: Part[] = [
    { title: "", blocks: [stacksBlock(review), predictionsBlock(review)], share: 50, first: true },
    ...sections.map((section): Part => {
      const { title, own, others } = riskPart(section, review.changes);
      return { title, blocks: [own, others], share: section === "data" ? 150 : 40, first: true, dangerous: true };
    }),
    { title: policy.title, blocks: policy.blocks, share: 15 },
    { title: `Set by policies (${review.remediations.length})`, blocks: [policy.remediated], share: 10 },
    ...costParts(review),
    { title: "Tags", blocks: [tags.coverage, tags.missing], share: 10 },
    { title: "Gates", blocks: gatesBlocks(review), share: 20, first: true },
    { title: `Other changes (${counted(rest.length)})`, blocks: [restBlock(rest)], share: 30 },
    { title: `Churn (${churnKinds(churn)})`, blocks: [churnBlock(churn)], share: 0, last: true },
    { title: "Messages", blocks: [diagnosticsBlock(review)], share: 10, first: true },
  ];
  return all
    .map((part) => ({ ...part, blocks: part.blocks.filter(({ items }) => items.length > 0) }))
    .filter(({ blocks, intro }) => blocks.length > 0 || intro !== undefined);
}

function costParts({ cost }: Review): Part[] {
  const part = costPart(cost);
  return part === undefined ? [] : [{ ...part, share: 8 }];
}

/** Dangers of one kind that are told in full before more is named of the rest. */
const mostDetailed = 40;

/** Who gets room before whom. Of what is dangerous all is told before more is named of the rest. */
function roundsOf(parts: readonly Part[]): Round[] {
  const rounds = (chosen: readonly Part[], forms: readonly number[], most: (part: Part) => number | undefined) =>
    forms.flatMap((form) =>
      chosen.flatMap((part) =>
        part.blocks.map((block): Round => ({ block, form, most: most(part) ?? block.items.length })),
      ),
    );
  const [first, others] = [parts.filter((part) => part.first), parts.filter((part) => !part.first && !part.last)];
  const share = ({ share: own }: Part) => own;
  return [
    ...rounds([...first, ...others], [0], share),
    ...rounds(
      parts.filter(({ dangerous }) => dangerous),
      [1, 2],
      () => mostDetailed,
    ),
    ...rounds([...first, ...others], [0, 1, 2], () => undefined),
    ...rounds(
      parts.filter((part) => part.last),
      [0],
      () => undefined,
    ),
  ];
}
