import { isDeepStrictEqual } from "node:util";
import type { PropertyChange, State } from "../model/step";
import { valueAt } from "./paths";

/** What an event says of the changed properties of a resource. */
export interface SaidDiff {
  readonly keys?: readonly string[] | undefined;
  readonly diffs?: readonly string[] | undefined;
  readonly detailedDiff?: Readonly<Record<string, { diffKind: string; inputDiff: boolean }>> | undefined;
}

/**
 * The changed properties of a resource with their values: those that the provider tells; of one that tells none, the inputs
 * that differ; every input of a resource that is made or deleted.
 */
export function diffOf(said: SaidDiff, before: State | undefined, after: State | undefined): PropertyChange[] {
  if (before === undefined || after === undefined) return wholeOf(before, after);
  // The engine tells them in any order.
  const detailed = Object.entries(said.detailedDiff ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const changes =
    detailed.length > 0
      ? detailed.map(([path, { diffKind, inputDiff }]) => toldChange(path, diffKind, inputDiff, before, after))
      : topLevel(said, before, after);
  return before.protect === after.protect ? changes : [...changes, protectChange(before.protect, after.protect)];
}

/** The engine calls a resource unchanged whose protection changes, though it decides what `destroy` may do. */
const protectChange = (before: boolean, after: boolean): PropertyChange => ({
  ...{ path: "protect", kind: "update", replaces: false, before, after },
});

/** An update of a property that was not there, or will not be, is a change of another kind than the provider tells. */
function toldChange(path: string, said: string, ofInputs: boolean, old: State, next: State): PropertyChange {
  const wasAsked = valueAt(old.inputs, path);
  const before = ofInputs ? wasAsked : (valueAt(old.outputs, path) ?? wasAsked);
  const after = valueAt(next.inputs, path) ?? (said.startsWith("delete") ? undefined : valueAt(next.outputs, path));
  return change(path, before, after, said.endsWith("-replace"), said.split("-")[0]);
}

function change(
  path: string,
  before: PropertyChange["before"],
  after: PropertyChange["after"],
  replaces: boolean,
  said?: string,
): PropertyChange {
  const seen =
    before === undefined ? (after === undefined ? undefined : "add") : after === undefined ? "delete" : "update";
  const kind = seen ?? (said === "add" || said === "delete" ? said : "update");
  return {
    ...{ path, kind, replaces },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function topLevel(
  { keys = [], diffs = [] }: SaidDiff,
  { inputs: old }: State,
  { inputs: next }: State,
): PropertyChange[] {
  const differing = Object.keys({ ...old, ...next }).filter((key) => !isDeepStrictEqual(old[key], next[key]));
  const named = [...new Set([...diffs, ...keys])].sort();
  return (named.length > 0 ? named : differing).map((key) =>
    change(key, valueAt(old, key), valueAt(next, key), keys.includes(key)),
  );
}

function wholeOf(before: State | undefined, after: State | undefined): PropertyChange[] {
  const gone = Object.entries(before?.inputs ?? {}).map(([path, value]) => change(path, value, undefined, false));
  const made = Object.entries(after?.inputs ?? {}).map(([path, value]) => change(path, undefined, value, false));
  return [...gone, ...made];
}
