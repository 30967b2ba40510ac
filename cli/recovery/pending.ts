import type { Stack } from "@pulumi/pulumi/automation";
import type { Session } from "../engine/stack-run";
import { CommandFailure } from "../errors";
import { plural } from "../report/words";
import type { StackRef } from "../selection";
import { type Deployment, exportOf, type RecordedResource } from "./deployment";
import { type Found, findCreated } from "./find-created";
import { plannedCreates } from "./planned";
import { isSettled, latestUpdates } from "./settled";

/**
 * Resolves what earlier runs left half-known.
 *
 * The state is read anew first: what was deleted without an answer is in it still, and a preview of what names it would be
 * refused. That settles pending updates and deletes, too.
 *
 * The engine cannot tell whether a pending create happened and would make the resource again with only a warning
 * (pulumi/pulumi#11599); of one that it got no answer about it keeps nothing at all. So each pending create, and after a
 * run that failed or was killed each planned one, is looked up in the account. What exists is put into the state; what
 * cannot be told stops the run and is listed. The CLI's own `--import-pending-creates` was seen to leave the resource
 * pending.
 *
 * @param seen When the state was written that an earlier call left, which is not looked at again.
 * @returns when the state was written that this call leaves.
 * @throws CommandFailure listing the resources that a person has to look at.
 */
export async function recover(
  session: Session,
  stack: Stack,
  ref: StackRef,
  say: (line: string) => void,
  seen?: string,
): Promise<string | undefined> {
  const { deployment: left } = await exportOf(stack);
  const pending = left.pending_operations ?? [];
  const written = left.manifest?.time;
  if (pending.length === 0) {
    if (seen !== undefined && written === seen) return written;
    if (isSettled(left, await latestUpdates(stack))) return written;
  }

  if (pending.length > 0) {
    say(
      `${ref.name}: an earlier run ended in the middle of ${plural(pending.length, "operation")}; looking up what came of them`,
    );
  } else say(`${ref.name}: an earlier run did not succeed; looking up whether it made what it did not hear of`);
  await stack.refresh({ color: "never" });
  const exported = await exportOf(stack);
  const { deployment } = exported;
  const recorded = deployment.resources ?? [];
  const begun = (deployment.pending_operations ?? []).map(({ resource }) => resource);
  const planned = await plannedOf(stack, ref, begun, say);
  const creates = [
    ...begun.filter(isOfCloud).map((resource) => ({ resource, exact: true })),
    ...planned.filter(isOfCloud).map((resource) => ({ resource, exact: false })),
  ];
  const found = await findCreated(session, ref, creates, recorded);
  // Of what is only planned, inputs that are not known yet come from things that do not exist either.
  const unclear = found.filter(({ exact, existing }) => (existing === "unknown" ? exact : existing.length > 1));
  if (unclear.length > 0) throw new CommandFailure(explain(ref, unclear));

  const adopted = found.flatMap(({ existing }) => (existing === "unknown" ? [] : existing));
  if (begun.length > 0 || adopted.length > 0) {
    const resources = [...withReplaced(recorded, adopted), ...adopted];
    const next: Deployment = { ...deployment, resources, pending_operations: [] };
    await stack.importStack({ ...exported, deployment: next });
  }
  for (const { type, id } of adopted) say(`${ref.name}: ${type} ${id} had been made; the state has it now`);
  say(`${ref.name}: state agrees with the account again`);
  return (await exportOf(stack)).deployment.manifest?.time;
}

/** Not to know what is planned would be not to look for it, and to make it again. */
async function plannedOf(
  stack: Stack,
  ref: StackRef,
  begun: RecordedResource[],
  say: (line: string) => void,
): Promise<RecordedResource[]> {
  try {
    const planned = await plannedCreates(stack);
    return planned.filter(({ urn }) => !begun.some((resource) => resource.urn === urn));
  } catch (error) {
    say(
      `${ref.name}: cannot be previewed, so what an earlier run may have made cannot be looked up; nothing was changed in the account`,
    );
    throw error;
  }
}

/** Components, and the engine's own providers, are nothing in the account: the next update makes them again. */
const isOfCloud = ({ custom, type }: RecordedResource) => custom === true && !type.startsWith("pulumi:");

/** The state, in which what was replaced by something that is adopted is yet to be deleted, or gone already. */
function withReplaced(recorded: RecordedResource[], adopted: RecordedResource[]): RecordedResource[] {
  const urns = new Set(adopted.map(({ urn }) => urn));
  return recorded.flatMap((resource) => {
    if (!urns.has(resource.urn) || resource.delete) return [resource];
    return resource.pendingReplacement ? [] : [{ ...resource, delete: true }];
  });
}

function explain(ref: StackRef, unclear: Found[]): string {
  const lines = unclear.map(({ resource, existing }) => {
    const what =
      existing === "unknown" ? "cannot be looked up" : `could be any of ${existing.map(({ id }) => id).join(", ")}`;
    return `  ${resource.urn}: ${what}`;
  });
  return [
    `${ref.name}: an earlier run died or failed while it made these, and it is not clear whether they exist:`,
    ...lines,
    "  look in the account; delete what was made, then run:",
    `  pulumi refresh --clear-pending-creates --stack ${ref.name}`,
  ].join("\n");
}
