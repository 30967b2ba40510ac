import { downstreamOf } from "../../stacks/layers";
import { type OpenStack, openStacks, recovered, runWithProgress, skipped } from "../engine/sequence";
import type { Session } from "../engine/stack-run";
import { CommandFailure } from "../errors";
import { exportOf, type RecordedResource } from "../recovery/deployment";
import type { Progress } from "../report/progress";
import type { StackResult } from "../report/result";
import { plural } from "../report/words";
import type { Selection } from "../selection";

/**
 * Deletes everything in the stacks of the selection, those that read from others first.
 *
 * The engine would delete what it can and then fail on the first protected resource, so protection is looked up
 * before: while anything is protected, nothing is deleted.
 *
 * @throws CommandFailure listing what is protected and how to allow its deletion.
 */
export async function destroy(
  session: Session,
  selection: Selection,
  progress: Progress,
  confirm: (resources: number) => Promise<boolean>,
): Promise<StackResult[]> {
  const stacks = (await openStacks(session, selection.stacks)).reverse();
  for (const open of stacks) await recovered(session, open, progress, async () => {});

  const deployments = await Promise.all(
    stacks.map(async ({ ref, stack }) => ({ ref, resources: await resourcesOf(stack) })),
  );
  const shielded = deployments.flatMap(({ ref, resources }) =>
    resources.filter(isProtected).map((r) => ({ ref, urn: r.urn, type: r.type })),
  );
  if (shielded.length > 0) throw new CommandFailure(explain(shielded));

  const count = deployments.reduce((sum, { resources }) => sum + resources.length, 0);
  if (count > 0 && !(await confirm(count))) throw new CommandFailure("nothing was deleted");
  return destroyStacks(session, stacks, progress);
}

async function destroyStacks(session: Session, stacks: OpenStack[], progress: Progress): Promise<StackResult[]> {
  const results: StackResult[] = [];
  for (const open of stacks) {
    const readers = downstreamOf(open.ref.name);
    const left = results.find((result) => readers.includes(result.stack) && result.result !== "succeeded");
    if (session.cancelled.aborted)
      results.push({ ...skipped(open.ref, "cancelled before it began"), result: "cancelled" });
    else if (left)
      results.push(skipped(open.ref, `skipped: ${left.stack}, which is built on it, is not gone (${left.result})`));
    else
      results.push(await recovered(session, open, progress, () => runWithProgress(session, open, "destroy", progress)));
  }
  return results;
}

async function resourcesOf(stack: OpenStack["stack"]): Promise<RecordedResource[]> {
  return (await exportOf(stack)).deployment.resources ?? [];
}

/** Protected by the engine, or by a switch of the service itself. */
const isProtected = (resource: RecordedResource): boolean =>
  resource.protect === true || resource.outputs?.deletionProtection === true;

function explain(shielded: { ref: OpenStack["ref"]; urn: string; type: string }[]): string {
  const environments = [...new Set(shielded.map(({ ref }) => ref.environment))];
  return [
    `nothing was deleted: ${plural(shielded.length, "resource")} protected`,
    ...shielded.map(({ ref, urn, type }) => `  ${ref.name}  ${type} ${urn.split("::").at(-1)}`),
    "to allow their deletion:",
    ...environments.map(
      (name) =>
        `  set deletionProtection: false in stacks/environments/${name}.yaml, then foundation up ${name}, then foundation destroy ${name}`,
    ),
    "  (where service-deletion-protection is mandatory, as in production, up asks for an exception in policy-packs/exceptions.yaml)",
  ].join("\n");
}
