import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOutcomes } from "../evidence/outcomes";
import type { Evidence } from "../evidence/schema";
import { gatherEvidence, writeEvidence } from "../evidence/write";
import type { Progress } from "../report/progress";
import type { Outcome } from "../report/result";
import type { Selection } from "../selection";
import { type CommonOptions, withSession } from "../session";

/** What was previewed, what came of it, and the files that say so. */
export interface EvidenceRun {
  outcome: Outcome;
  gathered: Evidence;
  files: string[];
}

/**
 * Previews every stack of the selection and writes evidence of what the policies said, also where a stack could not be
 * judged: then the evidence says so.
 *
 * @param clock When the evidence is gathered.
 */
export async function evidence(
  options: CommonOptions & { out: string },
  selection: Selection,
  progress: Progress,
  clock: Date,
): Promise<EvidenceRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-outcomes-"));
  const file = path.join(folder, "outcomes.jsonl");
  try {
    const ran = await withSession({ ...options, outcomes: file }, selection, progress, () => {
      const { preview } = require("./preview") as typeof import("./preview");
      return async (session) => ({
        engine: session.workplace.engine,
        stacks: await preview(session, selection, progress),
      });
    });
    const outcomes = readOutcomes(file, ran.stacks);
    const gathered = await gatherEvidence({ ...ran, outcomes, sandbox: options.sandbox }, clock);
    const files = writeEvidence(gathered, options.out);
    return { outcome: { stacks: ran.stacks }, gathered, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
