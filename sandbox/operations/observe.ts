import { tagsOf } from "../cloud/read";
import type { CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import type { Model } from "../models/model";
import { isObject, type Properties, type Value } from "../values";
import { defaultsKey } from "./check";
import { canonical, isSame } from "./diff";

/** What the engine's state records of a resource; empty where it is imported. */
type Recorded = Pick<CloudResource, "inputs" | "outputs">;

interface Place {
  scope: Scope;
  /** Tags that the provider gives everything. */
  defaultTags: Record<string, string>;
}

/**
 * A resource as the real provider reads it beside what is recorded, so that only real changes show: sets keep their
 * recorded order and documents their recorded text while they say the same.
 *
 * Source: pulumi-terraform-bridge, pkg/tfbridge/schema.go (extractInputs, ExtractInputsFromOutputs). Other than there,
 * inputs have what the program did not set and somebody else did: here the comparison looks at inputs alone.
 */
export function observed(model: Model, found: CloudResource, recorded: Recorded, place: Place): Recorded {
  const outputs = { ...found.outputs, ...model.seen?.(found, place.scope) };
  return {
    inputs: changedDefaults(read(model, found.inputs, recorded.inputs, place), recorded.inputs),
    outputs: read(model, outputs, recorded.outputs, place),
  };
}

function read(model: Model, actual: Properties, recorded: Properties, { defaultTags }: Place): Properties {
  const aligned = Object.fromEntries(
    Object.entries(actual).map(([key, value]) => [key, align(model, recorded[key], value, key)]),
  );
  return isObject(aligned.tags) ? { ...aligned, tags: ownTags(aligned.tags, recorded.tags, defaultTags) } : aligned;
}

/** The provider takes no tag as the resource's own that all resources have, but where the program says it again. */
function ownTags(tags: Properties, recorded: Value | undefined, defaultTags: Record<string, string>): Properties {
  const said = tagsOf(recorded);
  return Object.fromEntries(Object.entries(tags).filter(([key, tag]) => key in said || defaultTags[key] !== tag));
}

/**
 * A default that somebody changed is one no longer. Which are defaults only the record says: nothing in AWS tells that
 * the provider chose the name of what is imported.
 */
function changedDefaults(inputs: Properties, recorded: Properties): Properties {
  const names = recorded[defaultsKey];
  if (!Array.isArray(names)) return { ...inputs, [defaultsKey]: [] };
  const isKept = (name: Value) => {
    const [before, now] = [recorded[String(name)], inputs[String(name)]];
    return before === undefined || now === undefined || canonical(before) === canonical(now);
  };
  return { ...inputs, [defaultsKey]: names.filter(isKept) };
}

/** The actual value, in the recorded form where AWS takes both as the same. */
function align(model: Model, recorded: Value | undefined, actual: Value, pattern: string): Value {
  if (recorded === undefined) return actual;
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    const ordered = model.sets?.includes(pattern) ? inOrderOf(recorded, actual) : actual;
    return ordered.map((item, index) => align(model, recorded[index], item, pattern));
  }
  if (isObject(recorded) && isObject(actual)) {
    return Object.fromEntries(
      Object.entries(actual).map(([key, value]) => [key, align(model, recorded[key], value, `${pattern}.${key}`)]),
    );
  }
  return isSame(model, recorded, actual, pattern) ? recorded : actual;
}

/** The items of a set: those that are recorded in the recorded order, then the others. */
function inOrderOf(recorded: Value[], actual: Value[]): Value[] {
  const position = new Map(recorded.map((item, index) => [canonical(item), index]));
  const rank = (item: Value) => position.get(canonical(item)) ?? recorded.length;
  return [...actual].sort((a, b) => rank(a) - rank(b));
}
