import { withRecordings } from "../engine/recordings";
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
  return withRecordings(async (recordings) => {
    const ran = await withSession({ ...options, recordings }, selection, progress, () => {
      const { preview } = require("./preview") as typeof import("./preview");
      return async (session) => ({
        engine: session.workplace.engine,
        stacks: await preview(session, selection, progress),
      });
    });
    const outcomes = recordings.outcomes(ran.stacks);
    const gathered = await gatherEvidence({ ...ran, outcomes, sandbox: options.sandbox }, clock);
    const files = writeEvidence(gathered, options.out);
    return { outcome: { stacks: ran.stacks }, gathered, files };
  });
}
