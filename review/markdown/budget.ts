import { fold } from "./escape";

/** What is told of one thing, from the shortest to the longest form; each is made only where there is room for it. */
export type Forms = readonly (() => string)[];

/** A part of a report: things in the order in which a reader wants them, of which the last may be left out and counted. */
export interface Block {
  /** Stands before the first thing that is shown. */
  readonly head?: string;
  /** Where it is folded: what is to be seen then. */
  readonly folded?: string;
  readonly items: readonly Forms[];
  /** Whether the things are rows of a table or lines, which nothing may stand between. */
  readonly rows?: boolean;
  /**
   * Tells what is left out, which is the items from `from` on.
   *
   * It must not get longer when there is less to tell, since its place is kept from the start.
   */
  rest(from: number): string;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** How long a report may be, by what counts. */
export interface Budget {
  readonly most: number;
  sizeOf(text: string): number;
}

/** One round of giving room. */
export interface Round {
  readonly block: Block;
  /** Which form things get in it; those that do not have the one before it get none. */
  readonly form: number;
  /** Things that get it, from the first on. Default: all. */
  readonly most?: number;
}

const gap = "\n\n";
/** Things that may be too long in one round before it ends: so that a large report costs no more time than its size. */
const mostMisses = 10;

/** Room for what is told of the blocks of a report, which is given round by round. */
export class Room {
  private left: number;
  /** Of each block, what is told of its things. */
  private readonly shown = new Map<Block, string[]>();

  constructor(
    private readonly budget: Budget,
    blocks: readonly Block[],
    fixed: string,
  ) {
    this.left = budget.most - budget.sizeOf(fixed);
    for (const block of blocks) {
      this.shown.set(block, []);
      this.left -= this.cost(rendered(block, []));
    }
  }

  give({ block, form, most = block.items.length }: Round): void {
    const shown = this.shown.get(block) ?? [];
    const end = form === 0 ? Math.min(most, block.items.length) : Math.min(most, shown.length);
    let misses = 0;
    for (let at = form === 0 ? shown.length : 0; at < end && this.left > 0; at++) {
      const make = block.items[at]?.[form];
      if (make === undefined || this.place(block, shown, at, make())) continue;
      // What is named is the first of all, and nothing in between is left out.
      if (form === 0 || ++misses === mostMisses) return;
    }
  }

  /** Puts `text` where a shorter form may stand, where there is room for it. */
  private place(block: Block, shown: string[], at: number, text: string): boolean {
    const before = shown[at];
    const freed = before === undefined ? 0 : this.cost(before);
    const cost = this.cost(text) - freed + (shown.length === 0 ? this.frame(block) : 0);
    if (cost > this.left) return false;
    shown[at] = text;
    this.left -= cost;
    return true;
  }

  /** How many things of a block are shown. */
  shownOf(block: Block): number {
    return this.shown.get(block)?.length ?? 0;
  }

  textOf(block: Block): string {
    return rendered(block, this.shown.get(block) ?? []);
  }

  private cost(text: string): number {
    return text === "" ? 0 : this.budget.sizeOf(text) + gap.length;
  }

  /** What is added around the things once there is one. */
  private frame(block: Block): number {
    const { head = "", folded } = block;
    return this.cost(head) + (folded === undefined ? 0 : this.cost(fold(folded, "")));
  }
}

function rendered(block: Block, shown: readonly string[]): string {
  const rest = shown.length < block.items.length ? block.rest(shown.length) : "";
  if (shown.length === 0) return rest;
  const { head = "", folded, rows = false } = block;
  const body = [
    rows ? [head, ...shown].filter((one) => one !== "").join("\n") : head,
    ...(rows ? [] : [listed(shown)]),
    rest,
  ]
    .filter((one) => one !== "")
    .join(gap);
  return folded === undefined ? body : fold(folded, body);
}

/** Lines of a list stay together. */
function listed(shown: readonly string[]): string {
  const between = (at: number) => (at === 0 ? "" : isLine(shown[at - 1]) && isLine(shown[at]) ? "\n" : gap);
  return shown.map((one, at) => `${between(at)}${one}`).join("");
}

/** Not one with something folded behind it, which only an empty line ends. */
const isLine = (text = ""): boolean => text.startsWith("- ") && !text.endsWith("</details>");
