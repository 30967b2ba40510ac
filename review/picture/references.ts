import { knownOf } from "../model/properties";
import type { Properties, State, Step } from "../model/step";
import type { Shown } from "../model/values";

/** What a step is after the change; where it ends, what it was. */
export const stateOf = ({ old, new: next }: Step): State | undefined => next ?? old;

/** What is known of a resource after the change; where it ends, before it. */
export function propertiesOf(step: Step): Properties {
  const state = stateOf(step);
  return state ? knownOf(state) : {};
}

/** A property that is a text; empty where it is something else, hidden or not there. */
export function textOf(value: Shown | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Finds what resources name: by ids, and by what they are made from where ids are decided only when it is made. */
export class References {
  private readonly byId = new Map<string, Step>();
  private readonly byUrn = new Map<string, Step>();

  constructor(steps: readonly Step[]) {
    for (const step of steps) {
      this.byUrn.set(step.urn, step);
      for (const state of [step.old, step.new]) {
        const id = state && (state.id || textOf(state.outputs.id));
        if (!id) continue;
        // The same in two stacks is one that one of them only reads; ids of sandboxes can be the same in two accounts.
        this.byId.set(`${step.stack} ${id}`, step);
        if (!this.byId.has(id) || step.op !== "read") this.byId.set(id, step);
      }
    }
  }

  /**
   * The resource of one of `types` that `value` of `step` names.
   *
   * @param value An id; where it is not known, it is one that `step` was made from.
   */
  find(step: Step, value: Shown | undefined, types: readonly string[]): Step | undefined {
    const id = textOf(value);
    if (id !== "") return this.byId.get(`${step.stack} ${id}`) ?? this.byId.get(id);
    if (value === undefined || value === null) return undefined;
    return this.sourceOf(step, types);
  }

  /** The first resource of one of `types` that `step` was made from. */
  sourceOf({ dependsOn }: Step, types: readonly string[]): Step | undefined {
    for (const urn of dependsOn) {
      const source = this.byUrn.get(urn);
      if (source && types.includes(source.type)) return source;
    }
    return undefined;
  }
}
