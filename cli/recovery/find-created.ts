import * as aws from "@pulumi/aws";
import { loadEnvironment } from "../../stacks/environment";
import { awsProvider } from "../../stacks/providers";
import { withScratchStack } from "../engine/scratch-stack";
import type { Session } from "../engine/stack-run";
import type { StackRef } from "../selection";
import { type Candidate, readCandidates } from "./candidates";
import type { RecordedResource } from "./deployment";
import { type Lookup, lookups } from "./lookups";

/** A create of which is not known whether it happened. */
export interface UnclearCreate {
  resource: RecordedResource;
  /** Whether it was called with these inputs; else a name that the provider chose was another one. */
  exact: boolean;
}

/** What has come of a create: what exists, as the account has it (none: it was not made), or nothing can be told. */
export interface Found extends UnclearCreate {
  existing: Candidate[] | "unknown";
}

/**
 * Looks up, in the account and region of the stack, what `creates` may have made.
 *
 * Runs on the engine, so that the calls go through the same provider and credentials as the stack's, but in a stack of its
 * own: in the stack itself, the program would seem to delete everything. An object counts as made by a create only if it
 * has the tags that were asked for: those of another owner are never taken over.
 */
export async function findCreated(
  session: Session,
  ref: StackRef,
  creates: UnclearCreate[],
  recorded: RecordedResource[],
): Promise<Found[]> {
  const providers = new Set(recorded.map(({ urn, id }) => `${urn}::${id}`));
  // Without its provider nothing can have been made.
  const possible = creates.filter(({ resource }) => providers.has(resource.provider ?? ""));
  if (possible.length === 0) return creates.map((create) => ({ ...create, existing: [] }));

  const taken = new Set(recorded.map(({ type, id }) => `${type} ${id}`));
  const ids = new Map<UnclearCreate, string[] | "unknown">();
  const program = async () => {
    const provider = awsProvider(loadEnvironment(ref.environment));
    for (const create of possible) {
      const found = await idsOf(create, { provider });
      ids.set(create, found === "unknown" ? found : found.filter((id) => !taken.has(`${create.resource.type} ${id}`)));
    }
  };
  return withScratchStack(session, ref.name, program, async (stack) => {
    await stack.preview({ color: "never" });
    const candidates = possible.flatMap((create) => {
      const found = ids.get(create) ?? "unknown";
      return found === "unknown" ? [] : found.map((id) => ({ ...create.resource, id }));
    });
    const existing = await readCandidates(stack, candidates, recorded);
    return creates.map((create) => {
      if (ids.get(create) === "unknown") return { ...create, existing: "unknown" };
      const { urn, inputs } = create.resource;
      return { ...create, existing: existing.filter((one) => one.urn === urn && hasTags(one, inputs)) };
    });
  });
}

function hasTags({ outputs = {} }: RecordedResource, inputs: RecordedResource["inputs"] = {}): boolean {
  const has = tagsIn(outputs);
  return Object.entries(tagsIn(inputs)).every(([key, value]) => has[key] === value);
}

function tagsIn(properties: Record<string, unknown>): Record<string, unknown> {
  const tags = properties.tagsAll ?? properties.tags;
  return typeof tags === "object" && tags !== null ? Object.fromEntries(Object.entries(tags)) : {};
}

async function idsOf(
  { resource, exact }: UnclearCreate,
  opts: { provider: aws.Provider },
): Promise<string[] | "unknown"> {
  const lookup: Lookup | undefined = lookups[resource.type];
  const inputs = resource.inputs ?? {};
  if (lookup === undefined) return "unknown";
  if (lookup.by === "adoption") return [];
  if (lookup.by === "query") return (await lookup.ids(inputs, opts)) ?? "unknown";
  if (lookup.by === "id") {
    if (!exact && lookup.alike !== undefined) return (await lookup.alike(inputs, opts)) ?? "unknown";
    const id = lookup.id((key) => (typeof inputs[key] === "string" ? inputs[key] : undefined));
    return id === undefined ? "unknown" : [id];
  }
  const tags = tagsIn(inputs);
  // Without a name of its own, tags shared by the whole environment would match everything.
  if (tags.Name === undefined) return "unknown";
  const { resourceTagMappingLists } = await aws.resourcegroupstaggingapi.getResources(
    {
      resourceTypeFilters: [lookup.resourceType],
      tagFilters: Object.entries(tags).map(([key, value]) => ({ key, values: [String(value)] })),
    },
    opts,
  );
  return resourceTagMappingLists.map(({ resourceArn }) => resourceArn.split(/[:/]/).at(-1) ?? resourceArn);
}
