import type { Review } from "../../review/model/schema";
import { unseenDangers } from "../danger";
import { blockedBy, type OpenStack, openStacks, recovered, runWithProgress, skipped } from "../engine/sequence";
import type { Session } from "../engine/stack-run";
import { CommandFailure, ExitCode } from "../errors";
import type { Progress } from "../report/progress";
import { isUnchanged, type Outcome, type ResourceChange, type StackResult } from "../report/result";
import { unlikeReviewed } from "../review/reviewed";
import { ReviewWatch } from "../review/watch";
import type { Selection } from "../selection";
import { previewStacks } from "./preview";

/** How `up` asks the person who runs it. */
export interface Confirmation {
  /** Shows what was previewed and asks whether to go on. */
  changes(previews: StackResult[]): Promise<boolean>;
  /** Asks about dangerous steps that the confirmed preview did not show; without a terminal the answer is no. */
  dangers(stack: string, dangers: ResourceChange[]): Promise<boolean>;
}

/**
 * Previews, asks, and applies the stacks of the selection in dependency order.
 *
 * What is applied is what was reviewed: once its upstream was applied, a stack is previewed again, and a delete, a
 * replacement or a change of access that the confirmed preview did not show stops it.
 *
 * @param reviewed What was reviewed: the preview has to show just that. Default: the person who confirms has reviewed it.
 * @throws CommandFailure where the preview shows something else; nothing is changed then.
 */
export async function up(
  session: Session,
  selection: Selection,
  progress: Progress,
  confirm: Confirmation,
  reviewed?: Review,
): Promise<Outcome> {
  const stacks = await openStacks(session, selection.stacks);
  for (const open of stacks) await recovered(session, open, progress, async () => {});

  const watch = new ReviewWatch();
  const previews = await previewStacks(session, stacks, progress, reviewed && { hear: watch.hear });
  // From here on stacks are applied, and have their outputs.
  session.predictions.clear();
  const stopped = previews.some(({ result }) => result !== "succeeded");
  if (stopped || previews.every(isUnchanged)) return { stacks: previews };
  if (reviewed) requireReviewed(reviewed, previews, watch);
  if (!(await confirm.changes(previews))) throw new CommandFailure("nothing was changed");
  if (session.cancelled.aborted) throw new CommandFailure("cancelled", ExitCode.interrupted);

  const run: ApplyRun = { session, progress, confirm, outcome: { stacks: [], applied: true } };
  for (const [index, open] of stacks.entries()) {
    const reviewed = previews[index];
    if (reviewed !== undefined) run.outcome.stacks.push(await applyStack(run, open, reviewed));
  }
  return run.outcome;
}

function requireReviewed(review: Review, previews: readonly StackResult[], watch: ReviewWatch): void {
  const unlike = previews.flatMap(({ stack }) =>
    unlikeReviewed(review, stack, watch.of(stack)?.collector.steps(() => []) ?? []),
  );
  if (unlike.length === 0) return;
  const lines = ["nothing was changed: this is not what was reviewed; preview and review again", ...unlike];
  throw new CommandFailure(lines.join("\n  "), ExitCode.gate);
}

interface ApplyRun {
  session: Session;
  progress: Progress;
  confirm: Confirmation;
  outcome: Outcome;
}

async function applyStack(
  { session, progress, confirm, outcome }: ApplyRun,
  open: OpenStack,
  reviewed: StackResult,
): Promise<StackResult> {
  const earlier = outcome.stacks;
  if (session.cancelled.aborted) return { ...skipped(open.ref, "cancelled before it began"), result: "cancelled" };
  const blocker = blockedBy(open.ref, earlier);
  if (blocker) return skipped(open.ref, `skipped: ${blocker.stack} ${blocker.result}`);

  let expected = reviewed;
  if (earlier.some((result) => result.environment === open.ref.environment && !isUnchanged(result))) {
    expected = await runWithProgress(session, open, "preview", progress);
    if (expected.result !== "succeeded") return expected;
    const dangers = unseenDangers(reviewed, expected);
    if (dangers.length > 0 && !(await confirm.dangers(open.ref.name, dangers))) {
      const list = dangers.map(({ op, type, name }) => `${op} ${type} ${name}`).join(", ");
      outcome.gated = true;
      return skipped(open.ref, `not what was reviewed: ${list}; preview and confirm again`, "error");
    }
  }
  if (isUnchanged(expected)) return expected;
  return recovered(session, open, progress, () => runWithProgress(session, open, "up", progress));
}
