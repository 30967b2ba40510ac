import type { Properties, State, Step } from "./step";

/** Before or after a change. */
export type Side = "before" | "after";

/** The state of a resource that is there on that side. */
export const stateOn = ({ old, new: next }: Step, side: Side): State | undefined => (side === "before" ? old : next);

/** The inputs of a provider; one that is there on one side only is the same for both. */
export function providerInputs(provider: Step | undefined, side: Side): Properties | undefined {
  const other = side === "before" ? "after" : "before";
  return provider && (stateOn(provider, side) ?? stateOn(provider, other))?.inputs;
}
