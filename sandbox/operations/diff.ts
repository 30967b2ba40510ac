import type { Model } from "../models/model";
import { isObject, type Properties, pathTo, type Value, valuesAt } from "../values";
import { isAutoNamed } from "./check";

export type ChangeKind = "add" | "delete" | "update";

export interface PropertyChange {
  kind: ChangeKind;
  /** Whether the resource must be replaced for it. */
  replaces: boolean;
}

export interface Diff {
  /** By property path, e.g. `vpcConfig.subnetIds[0]`. */
  changes: Map<string, PropertyChange>;
  deleteBeforeReplace: boolean;
}

/** A change at a path: `pattern` is the path without list positions. */
interface Found {
  path: string;
  pattern: string;
  kind: ChangeKind;
  value: Value;
}

/** How the inputs of a resource changed, and whether the provider can update it or has to replace it. */
export function diffInputs(model: Model, olds: Properties, news: Properties): Diff {
  const found = Object.keys({ ...olds, ...news })
    .filter((key) => !key.startsWith("__"))
    .flatMap((key) => [...compare(model, olds[key], news[key], pathTo("", key), key)])
    .filter(({ kind, pattern }) => !(kind === "delete" && isComputed(model, pattern)));
  const replaced = new Set([...model.immutable, ...(model.replaces?.(olds, news) ?? [])]);
  // Since version 7 of the provider every resource says in which region it is (`region`, ForceNew).
  if (!model.global) replaced.add("region");
  const changes = new Map<string, PropertyChange>();
  for (const change of found) {
    changes.set(change.path, { kind: change.kind, replaces: [...replaced].some((path) => touches(change, path)) });
  }
  return { changes, deleteBeforeReplace: model.deleteBeforeReplace === true || keepsFixedName(model, olds, news) };
}

/** What AWS chose stays when the program stops saying it (`Optional` and `Computed` in the provider's schema). */
function isComputed(model: Model, pattern: string): boolean {
  const [head = "", ...rest] = pattern.split(".");
  if (rest.length === 0) return head === "region" || model.computed?.[head] !== undefined;
  return model.completed?.[head]?.[rest.join(".")] !== undefined;
}

/** Two things cannot have the same name at once, so one with a name of the program's is deleted first. */
function keepsFixedName({ autoName }: Model, olds: Properties, news: Properties): boolean {
  if (autoName === undefined || isAutoNamed(news, autoName.property)) return false;
  const [before, after] = [valuesAt(olds, autoName.property), valuesAt(news, autoName.property)];
  return after.length > 0 && JSON.stringify(before) === JSON.stringify(after);
}

function touches({ pattern, value }: Found, path: string): boolean {
  if (pattern === path || pattern.startsWith(`${path}.`)) return true;
  return path.startsWith(`${pattern}.`) && valuesAt(value, path.slice(pattern.length + 1)).length > 0;
}

function* compare(
  model: Model,
  before: Value | undefined,
  after: Value | undefined,
  path: string,
  pattern: string,
): Generator<Found> {
  const old = before ?? undefined;
  const now = after ?? undefined;
  if (old === undefined || now === undefined) {
    if (now !== undefined) yield { path, pattern, kind: "add", value: now };
    if (old !== undefined) yield { path, pattern, kind: "delete", value: old };
  } else if (Array.isArray(old) && Array.isArray(now)) {
    yield* compareLists(model, old, now, path, pattern);
  } else if (isObject(old) && isObject(now)) {
    for (const key of Object.keys({ ...old, ...now })) {
      yield* compare(model, old[key], now[key], pathTo(path, key), `${pattern}.${key}`);
    }
  } else if (!isSame(model, old, now, pattern)) {
    yield { path, pattern, kind: "update", value: now };
  }
}

function* compareLists(model: Model, old: Value[], now: Value[], path: string, pattern: string): Generator<Found> {
  let before: (Value | undefined)[] = old;
  let after: (Value | undefined)[] = now;
  if (model.sets?.includes(pattern)) {
    const [oldKeys, newKeys] = [new Set(old.map(canonical)), new Set(now.map(canonical))];
    before = old.map((item) => (newKeys.has(canonical(item)) ? undefined : item));
    after = now.map((item) => (oldKeys.has(canonical(item)) ? undefined : item));
  }
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    yield* compare(model, before[index], after[index], `${path}[${index}]`, pattern);
  }
}

/** Whether AWS takes two values at a path (without list positions) as the same. */
export function isSame(model: Model, old: Value, now: Value, pattern: string): boolean {
  if (old === now) return true;
  if (typeof old !== "string" || typeof now !== "string") return false;
  const same = model.same?.[pattern];
  if (same !== undefined && same(old) === same(now)) return true;
  if (!model.documents?.includes(pattern)) return false;
  const [before, after] = [document(old), document(now)];
  return before !== undefined && before === after;
}

/** What a JSON text says; undefined where it is none. */
function document(text: string): string | undefined {
  try {
    return canonical(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The same text for what AWS takes as the same: the order of keys and lists, and one item for a list of one. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) {
    const [only] = value;
    return value.length === 1 && only !== undefined ? canonical(only) : `[${value.map(canonical).sort().join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join()}}`;
}
