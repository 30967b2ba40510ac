import { ConcurrentUpdateError, type Stack } from "@pulumi/pulumi/automation";
import { upstreamOf } from "../../stacks/layers";
import { breakDeadLock } from "../recovery/lock";
import { recover } from "../recovery/pending";
import type { Progress } from "../report/progress";
import type { Diagnostic, StackResult } from "../report/result";
import type { StackRef } from "../selection";
import { openStack } from "./open-stack";
import { type Heard, type Operation, runStack, type Session } from "./stack-run";

/** A stack of the selection that is open for work. */
export interface OpenStack {
  ref: StackRef;
  stack: Stack;
  /** Whether nothing was ever made of it, and it is open in a backend of its own. Default: no. */
  unmade?: boolean;
  /** When the state was written up to which everything is known that earlier runs did. */
  recoveredUpTo?: string | undefined;
}

/** Opens the stacks of `refs`, side by side: each is a process of the CLI that mostly waits. */
export function openStacks(session: Session, refs: StackRef[]): Promise<OpenStack[]> {
  return Promise.all(refs.map(async (ref) => ({ ref, stack: await openStack(session, ref) })));
}

/** Runs `operation` on one stack with live progress. */
export async function runWithProgress(
  session: Session,
  { ref, stack }: OpenStack,
  operation: Operation,
  progress: Progress,
  event?: Heard["event"],
): Promise<StackResult> {
  const heard: Heard = { progress: progress.begin(ref.name, verbs[operation]), ...(event && { event }) };
  try {
    const result = await runStack(session, stack, ref, operation, heard);
    progress.end(result);
    return result;
  } finally {
    progress.stop();
  }
}

const verbs: Record<Operation, string> = {
  preview: "previewing",
  up: "applying",
  destroy: "destroying",
  drift: "reading",
  accept: "recording",
};

/**
 * Resolves what an earlier, killed run left behind, then does `work`; waits for or breaks a dead lock as needed.
 *
 * @throws CommandFailure where only a person can tell what to do.
 */
export async function recovered<T>(
  session: Session,
  open: OpenStack,
  progress: Progress,
  work: () => Promise<T>,
): Promise<T> {
  const { ref, stack } = open;
  const say = (line: string) => progress.say(line);
  for (;;) {
    try {
      open.recoveredUpTo = await recover(session, stack, ref, say, open.recoveredUpTo);
      return await work();
    } catch (error) {
      // The lock is taken anew by each engine, so after a dead one is broken everything is looked at again.
      if (!(error instanceof ConcurrentUpdateError)) throw error;
      await breakDeadLock(stack, error.message, say);
    }
  }
}

/** The result of a stack on which nothing was run, with the reason. */
export function skipped(ref: StackRef, reason: string, severity: Diagnostic["severity"] = "info"): StackResult {
  return {
    stack: ref.name,
    environment: ref.environment,
    layer: ref.layer,
    result: "skipped",
    durationMs: 0,
    changes: { create: 0, update: 0, replace: 0, delete: 0, same: 0 },
    resources: [],
    policies: [],
    diagnostics: [{ severity, urn: "", message: reason }],
  };
}

/** The stack in `results` that keeps `ref` from running: an upstream one that did not succeed. */
export function blockedBy(ref: StackRef, results: StackResult[]): StackResult | undefined {
  const upstream = upstreamOf(ref.name);
  return results.find((result) => upstream.includes(result.stack) && result.result !== "succeeded");
}
