import * as aws from "@pulumi/aws";
import { loadEnvironment } from "../../stacks/environment";
import { awsProvider } from "../../stacks/providers";
import { inScratchStack } from "../engine/scratch-stack";
import type { Session } from "../engine/stack-run";
import type { StackRef } from "../selection";
import { type Lookup, lookups } from "./lookups";
import type { RecordedResource } from "./pending";

/** What may have come of a pending create: no id (it was not made), one, several, or nothing can be told. */
export interface Found {
  resource: RecordedResource;
  ids: string[] | "unknown";
}

/**
 * Looks up, in the account and region of the stack, what `creates` may have made.
 *
 * Runs as a preview on the engine, so that the calls go through the same provider and credentials as the stack's, but in
 * a stack of its own: previewed in the stack itself, the program would seem to delete everything.
 */
export async function findCreated(
  session: Session,
  ref: StackRef,
  creates: RecordedResource[],
  recorded: RecordedResource[],
): Promise<Found[]> {
  const taken = new Set(recorded.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const found: Found[] = [];
  const program = async () => {
    const provider = awsProvider(loadEnvironment(ref.environment));
    for (const resource of creates) {
      const lookup = lookups[resource.type];
      const ids = lookup === undefined ? "unknown" : await candidates(lookup, resource, { provider });
      found.push({ resource, ids: ids === "unknown" ? ids : ids.filter((id) => !taken.has(id)) });
    }
  };
  await inScratchStack(session, program);
  return found;
}

async function candidates(
  lookup: Lookup,
  resource: RecordedResource,
  opts: { provider: aws.Provider },
): Promise<Found["ids"]> {
  const inputs = resource.inputs ?? {};
  if (lookup.by === "id") {
    const id = lookup.id((key) => (typeof inputs[key] === "string" ? inputs[key] : undefined));
    return id === undefined ? "unknown" : [id];
  }
  if (lookup.by === "adoption") return [];
  if (lookup.by === "query") return lookup.ids(inputs, opts);
  const tags = (inputs.tagsAll ?? inputs.tags ?? {}) as Record<string, string>;
  // Without a name of its own, tags shared by the whole environment would match everything.
  if (tags.Name === undefined) return "unknown";
  const { resourceTagMappingLists } = await aws.resourcegroupstaggingapi.getResources(
    {
      resourceTypeFilters: [lookup.resourceType],
      tagFilters: Object.entries(tags).map(([key, value]) => ({ key, values: [value] })),
    },
    opts,
  );
  return resourceTagMappingLists.map(({ resourceArn }) => resourceArn.split(/[:/]/).at(-1) ?? resourceArn);
}
