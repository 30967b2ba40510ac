import { counted } from "./scalars";

export type Sign = "+" | "-" | " ";

/** One line of a diff; its text has no line end, and nothing invisible in it. */
export interface DiffLine {
  readonly sign: Sign;
  readonly text: string;
}

/** Collects so many lines, and counts those that come after. */
export class Lines {
  private readonly kept: DiffLine[] = [];
  private readonly left = { "+": 0, "-": 0, " ": 0 };

  constructor(private readonly most: number) {}

  add(sign: Sign, depth: number, text: string): void {
    // One that is too long by one line takes that line for itself: the count would take as much.
    if (this.kept.length <= this.most) this.kept.push({ sign, text: `${"  ".repeat(depth)}${text.trimEnd()}` });
    else this.left[sign]++;
  }

  /** What was collected, and in the last line how much more there is. */
  all(): DiffLine[] {
    if (this.kept.length <= this.most) return this.kept;
    const shown = this.kept.slice(0, this.most - 1);
    const left = { ...this.left };
    for (const { sign } of this.kept.slice(this.most - 1)) left[sign]++;
    const signed = [
      left["-"] > 0 ? `${counted(left["-"])} removed` : "",
      left["+"] > 0 ? `${counted(left["+"])} added` : "",
    ];
    const total = left["+"] + left["-"] + left[" "];
    const kinds = signed.filter((text) => text !== "").join(", ");
    return [...shown, { sign: " ", text: `… ${counted(total)} more lines${kinds && ` (${kinds})`}` }];
  }
}
