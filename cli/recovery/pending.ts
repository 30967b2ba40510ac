import type { Stack } from "@pulumi/pulumi/automation";
import type { Session } from "../engine/stack-run";
import { CommandFailure } from "../errors";
import { plural } from "../report/words";
import type { StackRef } from "../selection";
import { type Found, findCreated } from "./find-created";

/** A resource as the state records it, as far as recovery and destroy look at it. */
export interface RecordedResource {
  urn: string;
  type: string;
  id?: string;
  parent?: string;
  protect?: boolean;
  ignoreChanges?: string[];
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** The state of a stack. A pending operation is one that was under way when its engine died. */
export interface Deployment {
  resources?: RecordedResource[];
  pending_operations?: { type: string; resource: RecordedResource }[];
}

/**
 * Resolves what a killed engine left half-known.
 *
 * The engine cannot tell whether a pending create happened and would make the resource again with only a warning
 * (pulumi/pulumi#11599). So each one is looked up in the account first: what may exist is put into the state with its
 * id and read, which keeps it or proves it absent; what cannot be told stops the run and is listed. Pending updates and
 * deletes are settled by the same read. The CLI's own `--import-pending-creates` was seen to leave the resource pending.
 *
 * @throws CommandFailure listing the resources that a person has to look at.
 */
export async function recover(
  session: Session,
  stack: Stack,
  ref: StackRef,
  say: (line: string) => void,
): Promise<void> {
  const exported = await stack.exportStack();
  const deployment = exported.deployment as Deployment;
  const pending = deployment.pending_operations ?? [];
  if (pending.length === 0) return;

  say(
    `${ref.name}: an earlier run ended in the middle of ${plural(pending.length, "operation")}; looking up what came of them`,
  );
  const recorded = deployment.resources ?? [];
  const creates = pending.filter(({ type }) => type === "creating").map(({ resource }) => resource);
  const found = creates.length === 0 ? [] : await findCreated(session, ref, creates, recorded);
  const unclear = found.filter(({ ids }) => ids === "unknown" || ids.length > 1);
  if (unclear.length > 0) throw new CommandFailure(explain(ref, unclear));

  // The provider reads an object by its id and last known state; of a create that is what was asked for.
  const adopted = found.flatMap(({ resource, ids }) =>
    ids.length === 1 ? [{ ...resource, id: ids[0], outputs: resource.inputs ?? {} }] : [],
  );
  const resources = [...recorded, ...adopted];
  await stack.importStack({ ...exported, deployment: { ...exported.deployment, resources, pending_operations: [] } });

  const others = pending.filter(({ type }) => type !== "creating").map(({ resource }) => resource.urn);
  const target = [...adopted.map(({ urn }) => urn), ...others.filter((urn) => recorded.some((r) => r.urn === urn))];
  if (target.length > 0) await stack.refresh({ target, color: "never" });
  say(`${ref.name}: state agrees with the account again`);
}

function explain(ref: StackRef, unclear: Found[]): string {
  const lines = unclear.map(({ resource, ids }) => {
    const what = ids === "unknown" ? "cannot be looked up" : `could be any of ${ids.join(", ")}`;
    return `  ${resource.urn}: ${what}`;
  });
  return [
    `${ref.name}: an earlier run died while it made these, and it is not clear whether they exist:`,
    ...lines,
    "  look in the account; delete what was made, then run:",
    `  pulumi refresh --clear-pending-creates --stack ${ref.name}`,
  ].join("\n");
}
