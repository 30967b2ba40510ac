import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Dependencies } from "../../policy-packs/analyzer/analyzer";
import type { Outcome } from "../../policy-packs/core/outcome";
import { CommandFailure } from "../errors";
import type { StackResult } from "../report/result";

/** What a policy pack wrote down while engines asked it. */
export class Recordings {
  private readonly outcomesFile: string;
  private readonly dependenciesFile: string;

  constructor(folder: string) {
    this.outcomesFile = path.join(folder, "outcomes.jsonl");
    this.dependenciesFile = path.join(folder, "dependencies.jsonl");
  }

  /** Tells the pack where to write. */
  get env(): Record<string, string> {
    return { FOUNDATION_OUTCOMES: this.outcomesFile, FOUNDATION_DEPENDENCIES: this.dependenciesFile };
  }

  /**
   * What came of each rule, for each resource; of a stack that was previewed more than once, what came of it last.
   *
   * @throws CommandFailure where the pack wrote nothing though there was something to judge: that would pass for an empty estate.
   */
  outcomes(stacks: readonly StackResult[]): Outcome[] {
    const outcomes = linesOf<Outcome>(this.outcomesFile);
    if (outcomes.length === 0 && stacks.some(({ resources }) => resources.length > 0))
      throw new CommandFailure("the policy pack told nothing of what it judged: there is no evidence");
    return [...new Map(outcomes.map((outcome) => [`${outcome.rule} ${outcome.urn}`, outcome])).values()];
  }

  /** What each resource was made from, by its URN; of stacks whose preview came to its end. */
  dependencies(): Map<string, readonly string[]> {
    return new Map(linesOf<Dependencies>(this.dependenciesFile));
  }
}

function linesOf<T>(file: string): T[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line) as T);
}

/** Does `work` with a place for recordings, which is gone afterwards. */
export async function withRecordings<T>(work: (recordings: Recordings) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-recordings-"));
  try {
    return await work(new Recordings(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
