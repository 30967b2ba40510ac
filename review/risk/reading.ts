import { isDeepStrictEqual } from "node:util";
import { valueAt } from "../collect/paths";
import type { PropertyChange, State, Step } from "../model/step";
import type { Shown } from "../model/values";

/** A property of a thing as it is; as it was asked for, where its provider tells nothing. */
export const propertyOf = (state: State | undefined, path: string): Shown | undefined =>
  state && (valueAt(state.outputs, path) ?? valueAt(state.inputs, path));

/** Whether `path` is `key` or a part of it. */
export const startsAt = (path: string, key: string): boolean =>
  path.startsWith(key) && (path.length === key.length || [".", "["].includes(path[key.length] ?? ""));

/** A property of a thing that a step makes or changes, before and after. */
export type Moved = Pick<PropertyChange, "path" | "before" | "after">;

/** What a step does to the property at `path`; undefined where it leaves it alone or deletes the thing. */
export function moved(step: Step, path: string): Moved | undefined {
  const { old, new: next, diff } = step;
  if (next === undefined) return undefined;
  if (old === undefined) {
    const after = valueAt(next.inputs, path);
    return after === undefined ? undefined : { path, after };
  }
  // Only what the provider tells: what it filled in by itself last time is no change where the program is silent.
  const told = diff.filter((one) => startsAt(one.path, path) || startsAt(path, one.path));
  if (told.length === 0) return undefined;
  const gone = told.some((one) => one.kind === "delete" && startsAt(path, one.path));
  const before = propertyOf(old, path);
  const after = valueAt(next.inputs, path) ?? (gone ? undefined : valueAt(next.outputs, path));
  if (isDeepStrictEqual(before, after)) return undefined;
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
