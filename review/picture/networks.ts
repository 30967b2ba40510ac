import type { StackRun } from "../model/gathered";
import type { VpcNetwork } from "../model/schema";

/** The VPCs of a review with what is in them, for a diagram. */
export function networksOf(_stacks: readonly StackRun[]): VpcNetwork[] {
  return [];
}
