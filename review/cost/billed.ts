import type { Billable } from "../../prices/model";
import { guarded, knownOf } from "../model/properties";
import { providerInputs, type Side } from "../model/sides";
import type { Properties, State, Step } from "../model/step";
import { isHidden, type Shown } from "../model/values";

/** A resource that the bill has before or after a change. */
export interface Billed extends Billable {
  readonly step: Step;
}

/**
 * What the bill has of a stack before or after its change. The bill is not the state: what is imported is already on it, what
 * leaves the state but not the cloud stays on it, and what is only read is somebody else's.
 */
export function billedOf(steps: readonly Step[], side: Side, find: (urn: string) => Step | undefined): Billed[] {
  const known = new Map<string, Billable["provider"]>();
  const providerOf = ({ provider }: Step) => {
    if (!known.has(provider)) {
      const inputs = providerInputs(find(provider), side);
      known.set(provider, inputs && { props: guarded(inputs) });
    }
    return known.get(provider);
  };
  return steps
    .filter(isBilled)
    .flatMap((step) => statesOf(step, side).map((state) => billed(step, state, providerOf(step))));
}

const isBilled = ({ custom, op, type }: Step): boolean =>
  custom && op !== "read" && op !== "forget" && !type.startsWith("pulumi:");

function statesOf({ op, old, new: next }: Step, side: Side): State[] {
  const leaves = (op === "delete" || op === "replace") && old?.retainOnDelete === true;
  const states = side === "before" ? [op === "import" ? next : old] : [leaves ? old : undefined, next];
  return states.filter((state) => state !== undefined);
}

function billed(step: Step, state: State, provider: Billable["provider"]): Billed {
  const { urn, type, custom, dependsOn, old } = step;
  let props: Billable["props"] | undefined;
  return {
    ...{ urn, type, custom, step },
    // Made once it is asked for: most types have no model.
    get props() {
      props ??= guarded(state === old ? knownOf(state) : withDecided(state, old));
      return props;
    },
    ...(provider && { provider }),
    dependsOn: dependsOn.map((source) => ({ urn: source, type: typeIn(source) })),
  };
}

/** urn:pulumi:<stack>::<project>::<types of parents>$<type>::<name> */
const typeIn = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

/** What AWS decided when a resource was made, because the program does not, is taken to come out the same when it is made anew. */
function withDecided(state: State, previous: State | undefined): Properties {
  const result: Record<string, Shown> = { ...knownOf(state) };
  const asked = { ...previous?.inputs, ...state.inputs };
  for (const [key, value] of Object.entries(previous?.outputs ?? {})) {
    const isOpen = result[key] === undefined || isHidden(result[key]);
    if (isOpen && !Object.hasOwn(asked, key)) result[key] = value;
  }
  return result;
}
