import type { Resource } from "../../policy-packs/core/rule";
import { tagsOf as contractTags, isTaggable } from "../../policy-packs/core/tags";
import { ifKnown } from "../../policy-packs/core/unknown";
import { tagContract } from "../../policy-packs/tagging-cost/rules/tags/contract";
import type { StackRun } from "../model/gathered";
import { guarded } from "../model/properties";
import type { Tags } from "../model/schema";
import { providerInputs, type Side, stateOn } from "../model/sides";
import type { Properties, Step } from "../model/step";
import { isHidden, type Shown } from "../model/values";

type Find = (urn: string) => Step | undefined;

/** The tags of a resource by their keys; undefined where they are decided only when it is made. */
type KnownTags = ReadonlyMap<string, Shown>;

/**
 * How many resources have the tags that every resource must have, before and after a change. What has tags that are not known
 * yet is not counted.
 */
export function tagsOf(stacks: readonly StackRun[]): Tags {
  const byUrn = new Map(stacks.flatMap(({ steps }) => steps.steps).map((step) => [step.urn, step]));
  const find: Find = (urn) => byUrn.get(urn);
  const missing: Tags["missing"] = [];
  const coverages = stacks.map(({ steps: { stack, steps } }) => {
    const before = { tagged: 0, taggable: 0 };
    const after = { tagged: 0, taggable: 0 };
    for (const step of steps) {
      if (!step.custom || step.op === "read" || step.op === "forget" || !isTaggable(step.type)) continue;
      count(before, missingOn(step, "before", find));
      const keys = missingOn(step, "after", find);
      count(after, keys);
      if (keys && keys.length > 0) missing.push({ urn: step.urn, stack, keys });
    }
    return { stack, before, after };
  });
  return { required: [...tagContract.keys], stacks: coverages, missing };
}

function count(coverage: { tagged: number; taggable: number }, missing: readonly string[] | undefined): void {
  if (missing === undefined) return;
  coverage.taggable++;
  if (missing.length === 0) coverage.tagged++;
}

/** Required keys that a resource does not have; undefined where it is not there, or that is not known. */
function missingOn(step: Step, side: Side, find: Find): string[] | undefined {
  if (stateOn(step, side) === undefined) return undefined;
  const tags = tagsOn(step, side, find);
  return tags && tagContract.keys.filter((key) => !tags.get(key));
}

/**
 * The team that a resource belongs to by its tag owner, or that of its provider; empty where none is known. What is there on one
 * side of the change only has one owner.
 *
 * @param side Default: after the change.
 */
export function ownerOf(step: Step, find: Find, side: Side = "after"): string {
  const there = stateOn(step, side) ? side : side === "after" ? "before" : "after";
  const owner = tagsOn(step, there, find)?.get("owner");
  return typeof owner === "string" ? owner : "";
}

/** By `tagsAll`, in which the provider adds its default tags to those of the resource; where that is not known, by both. */
function tagsOn(step: Step, side: Side, find: Find): KnownTags | undefined {
  const { inputs, outputs } = stateOn(step, side) ?? {};
  if (inputs === undefined || outputs === undefined) return undefined;
  const { tagsAll } = outputs;
  if (isMap(tagsAll)) return new Map(Object.entries(tagsAll));
  const provider = providerInputs(find(step.provider), side);
  const resource: Pick<Resource, "type" | "props" | "provider"> = {
    type: step.type,
    props: guarded(inputs),
    ...(provider && { provider: { type: "", name: "", props: guarded(provider) } }),
  };
  return ifKnown(() => {
    const tags = contractTags(resource as Resource);
    // A value that is not known is one.
    return new Map(tags.map((tag) => [tag.key, tag.hasValue ? (ifKnown(() => tag.value()) ?? { $: "unknown" }) : ""]));
  });
}

const isMap = (value: Shown | undefined): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isHidden(value);
