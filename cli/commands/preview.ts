import type { EngineEvent } from "@pulumi/pulumi/automation";
import { upstreamOf } from "../../stacks/layers";
import { blockedBy, type OpenStack, runWithProgress, skipped } from "../engine/sequence";
import { runStack, type Session } from "../engine/stack-run";
import { withStacksToPreview } from "../engine/unmade-stack";
import type { Progress } from "../report/progress";
import type { StackResult } from "../report/result";
import { OutputsHeard } from "../review/outputs";
import type { Selection, StackRef } from "../selection";

type Listener = (event: EngineEvent) => void;

/** Hears everything that is said of a stack, for a review. */
export interface Watch {
  /** @param predictedFrom Stacks whose outputs are taken as this run will make them. */
  readonly hear: (ref: StackRef, predictedFrom: readonly string[]) => Listener;
  /** Hears what the same stack would do with all outputs as they are, to tell what only the change of another adds. Default: not run. */
  readonly hearAsIs?: (ref: StackRef) => Listener;
}

/** Previews every stack of the selection, in dependency order. */
export async function preview(session: Session, selection: Selection, progress: Progress): Promise<StackResult[]> {
  return withStacksToPreview(session, selection.stacks, (stacks) => previewStacks(session, stacks, progress));
}

/**
 * Previews open stacks. One that fails leaves the others alone; the stacks that read its contract are skipped, since
 * they would only repeat its failure. A policy violation skips nothing: all findings are wanted at once.
 *
 * A stack sees the outputs of those before it as they will be.
 */
export async function previewStacks(
  session: Session,
  stacks: OpenStack[],
  progress: Progress,
  watch?: Watch,
): Promise<StackResult[]> {
  const results: StackResult[] = [];
  for (const open of stacks) {
    const blocker = blockedBy(open.ref, results);
    if (session.cancelled.aborted)
      results.push({ ...skipped(open.ref, "cancelled before it began"), result: "cancelled" });
    else if (blocker && blocker.result !== "violated")
      results.push(skipped(open.ref, `skipped: ${blocker.stack} ${blocker.result}`));
    else results.push(await previewStack(session, open, progress, watch));
  }
  return results;
}

async function previewStack(
  session: Session,
  open: OpenStack,
  progress: Progress,
  watch: Watch | undefined,
): Promise<StackResult> {
  const { ref, stack } = open;
  const upstream = upstreamOf(ref.name).flatMap((name) => {
    const predicted = session.predictions.get(name);
    return predicted ? [{ name, ...predicted }] : [];
  });
  const asIs = upstream.some(({ applied }) => applied) ? watch?.hearAsIs?.(ref) : undefined;
  if (asIs) {
    await withoutPredictions(session, () =>
      runStack(session, stack, ref, "preview", { progress: () => {}, event: asIs }),
    );
  }
  const outputs = new OutputsHeard();
  const heard = watch?.hear(
    ref,
    upstream.map(({ name }) => name),
  );
  const result = await runWithProgress(session, open, "preview", progress, (event) => {
    outputs.onEvent(event);
    heard?.(event);
  });
  if (outputs.predicted) session.predictions.set(ref.name, outputs.predicted);
  return result;
}

async function withoutPredictions(session: Session, work: () => Promise<unknown>): Promise<void> {
  const predicted = [...session.predictions];
  session.predictions.clear();
  try {
    await work();
  } finally {
    for (const [name, outputs] of predicted) session.predictions.set(name, outputs);
  }
}
