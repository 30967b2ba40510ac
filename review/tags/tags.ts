import type { StackRun } from "../model/gathered";
import type { Tags } from "../model/schema";
import type { Step } from "../model/step";

/** How many resources have the tags that every resource must have, before and after a change. */
export function tagsOf(_stacks: readonly StackRun[]): Tags {
  return { required: [], stacks: [], missing: [] };
}

/** The team that a resource belongs to by its tag owner, or that of its provider; empty where none is known. */
export function ownerOf(_step: Step): string {
  return "";
}
