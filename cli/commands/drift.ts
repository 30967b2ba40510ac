import { withFates } from "../drift/fate";
import { readStack } from "../drift/read-stack";
import type { StackDrift } from "../drift/result";
import { openExistingStack } from "../engine/open-stack";
import { type OpenStack, skipped } from "../engine/sequence";
import type { Session } from "../engine/stack-run";
import { CommandFailure } from "../errors";
import type { Deployment } from "../recovery/deployment";
import type { Progress } from "../report/progress";
import { type Selection, type StackRef, select } from "../selection";

/** Shows what was found and asks whether the states shall record it. */
export type ConfirmAccept = (found: StackDrift[]) => Promise<boolean>;

export interface Found {
  stacks: StackDrift[];
  /** Whether the states now record what was found. */
  accepted: boolean;
}

/** A stack that exists, with what its state records. */
interface Recorded extends OpenStack {
  deployment: Deployment;
}

/**
 * Reads everything that the stacks of the selection record and tells what differs. Changes nothing; with `accept` the
 * states record what was found once that is confirmed. The cloud is changed in neither case.
 *
 * @throws CommandFailure where the answer is no.
 */
export async function drift(
  session: Session,
  selection: Selection,
  progress: Progress,
  accept?: ConfirmAccept,
): Promise<Found> {
  const known = await openAll(session, select([...selection.environments.keys()]).stacks);
  const stacks: StackDrift[] = [];
  for (const ref of selection.stacks) stacks.push(await read(session, ref, known, "drift", progress));
  const drifted = stacks.filter(({ result }) => result === "drifted");
  if (accept === undefined || drifted.length === 0) return { stacks, accepted: false };
  if (!(await accept(stacks))) throw new CommandFailure("nothing was accepted");

  const after: StackDrift[] = [];
  for (const [index, ref] of selection.stacks.entries()) {
    const shown = stacks[index];
    if (shown?.result !== "drifted") after.push(...(shown === undefined ? [] : [shown]));
    else after.push(withUnseen(shown, await read(session, ref, known, "accept", progress)));
  }
  return { stacks: after, accepted: after.every(({ result }) => result !== "failed" && result !== "cancelled") };
}

/** Those of `refs` that exist, with their states. */
async function openAll(session: Session, refs: StackRef[]): Promise<Recorded[]> {
  const opened = await Promise.all(
    refs.map(async (ref) => {
      const stack = await openExistingStack(session, ref);
      if (stack === undefined) return undefined;
      return { ref, stack, deployment: (await stack.exportStack()).deployment as Deployment };
    }),
  );
  return opened.filter((open) => open !== undefined);
}

async function read(
  session: Session,
  ref: StackRef,
  known: Recorded[],
  operation: "drift" | "accept",
  progress: Progress,
): Promise<StackDrift> {
  const open = known.find((each) => each.ref.name === ref.name);
  if (open === undefined) return unread(ref, "nothing was made of it yet");
  if (session.cancelled.aborted) return { ...unread(ref, "cancelled before it began"), result: "cancelled" };
  const all = known
    .filter((each) => each.ref.environment === ref.environment)
    .flatMap(({ deployment }) => deployment.resources ?? []);
  const own = open.deployment.resources ?? [];
  const found = await readStack(session, open, operation, { own, all }, progress);
  const pending = open.deployment.pending_operations?.length ?? 0;
  if (pending > 0) {
    const message = `an earlier run ended in the middle of ${pending} operations: foundation up ${ref.name} finds out what came of them`;
    found.diagnostics.push({ severity: "warning", urn: "", message });
  }
  return { ...found, drift: await withFates(session, ref, found.drift) };
}

function unread(ref: StackRef, reason: string): StackDrift {
  const { stack, environment, layer, durationMs, diagnostics } = skipped(ref, reason);
  return { stack, environment, layer, result: "skipped", durationMs, resources: 0, drift: [], diagnostics };
}

/** The accepted drift, with a warning of what came up after the question was asked. */
function withUnseen(shown: StackDrift, accepted: StackDrift): StackDrift {
  const seen = new Set(shown.drift.map((each) => JSON.stringify(each)));
  const unseen = accepted.drift.filter((each) => !seen.has(JSON.stringify(each)));
  const diagnostics = unseen.map(({ urn }) => ({
    severity: "warning" as const,
    urn,
    message: "changed again after you were asked; what it is now was accepted too",
  }));
  return { ...accepted, diagnostics: [...accepted.diagnostics, ...diagnostics] };
}
