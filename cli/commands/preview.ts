import { blockedBy, type OpenStack, openStacks, runWithProgress, skipped } from "../engine/sequence";
import type { Session } from "../engine/stack-run";
import type { Progress } from "../report/progress";
import type { StackResult } from "../report/result";
import type { Selection } from "../selection";

/** Previews every stack of the selection, in dependency order. */
export async function preview(session: Session, selection: Selection, progress: Progress): Promise<StackResult[]> {
  return previewStacks(session, await openStacks(session, selection.stacks), progress);
}

/**
 * Previews open stacks. One that fails leaves the others alone; the stacks that read its contract are skipped, since
 * they would only repeat its failure. A policy violation skips nothing: all findings are wanted at once.
 */
export async function previewStacks(session: Session, stacks: OpenStack[], progress: Progress): Promise<StackResult[]> {
  const results: StackResult[] = [];
  for (const open of stacks) {
    const blocker = blockedBy(open.ref, results);
    if (session.cancelled.aborted)
      results.push({ ...skipped(open.ref, "cancelled before it began"), result: "cancelled" });
    else if (blocker && blocker.result !== "violated")
      results.push(skipped(open.ref, `skipped: ${blocker.stack} ${blocker.result}`));
    else results.push(await runWithProgress(session, open, "preview", progress));
  }
  return results;
}
