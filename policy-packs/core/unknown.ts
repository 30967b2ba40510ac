import type { StackResource } from "./rule";

/** What stands for a text that is not known. */
export const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the engine sends in place of a value that it does not know yet, by the kind of value (@pulumi/pulumi, runtime/rpc.ts). */
const unknowns: ReadonlyMap<unknown, string> = new Map([
  ["1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", "boolean"],
  ["3eeb2bf0-c639-47a8-9e75-3b44932eb421", "number"],
  [unknownString, "string"],
  ["6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", "Array"],
  ["030794c1-ac77-496b-92df-f27374a8bd58", "asset"],
  ["e48ece36-62e2-4504-bad9-02848725956a", "archive"],
  ["dd056dcd-154b-4c76-9bd3-c8f88648b5ff", "Object"],
]);

/** Whether `value` is what the engine sends in place of one that it does not know yet. */
export const isUnknownValue = (value: unknown): boolean => unknowns.has(value);

/** Thrown when a rule reads what is not known yet; names its path only. */
export class UnknownValueError extends Error {
  override readonly name = "UnknownValueError";
}

/**
 * `value`, of which reading something unknown throws {@link UnknownValueError} with its path.
 *
 * Only reading does: the length of a list, `in`, keys and descriptors say what is there, known or not.
 */
export function throwingOnUnknown<T>(value: T, path: readonly string[] = []): T {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      if (key === behind) return target;
      const item: unknown = Reflect.get(target, key);
      if (typeof key === "symbol") return item;
      const kind = unknowns.get(item);
      if (kind === undefined) return throwingOnUnknown(item, [...path, key]);
      throw new UnknownValueError(`${kind} value at .${[...path, key].join(".")} can't be known during preview`);
    },
  });
}

const behind = Symbol("what throws nothing");

/** What {@link throwingOnUnknown} made `value` from; other values as they are. */
export const unguarded = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? (Reflect.get(value, behind) ?? value) : value;

/** Whether `object` has a value at `key`, known or not: for rules that ask if something is set, whatever it is. */
export function isSet<T extends object>(object: T | undefined, key: keyof T): boolean {
  const value = rawValue(object, key);
  return value !== undefined && value !== null;
}

/** Whether `object` has anything at `key`, known or not: neither an empty list or text, nor false. */
export function isNonEmpty<T extends object>(object: T | undefined, key: keyof T): boolean {
  const value = rawValue(object, key);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** By its descriptor, which can be had of unknown values as well. */
function rawValue(object: object | undefined, key: PropertyKey): unknown {
  return object && Object.getOwnPropertyDescriptor(object, key)?.value;
}

/** Visits every item, also those behind an item that cannot be judged yet, so that an unknown one hides no violation. */
export function forEachKnown<T>(items: readonly T[] | undefined, visit: (item: T) => void): void {
  let unknown: UnknownValueError | undefined;
  for (let index = 0; index < (items?.length ?? 0); index++) {
    try {
      const item = items?.[index];
      if (item !== undefined) visit(item);
    } catch (error) {
      if (!(error instanceof UnknownValueError)) throw error;
      unknown ??= error;
    }
  }
  if (unknown) throw unknown;
}

/** Whether any item is known to meet `test`; where none is and one could not be judged yet, that is unknown, and throws. */
export function someKnown<T>(items: readonly T[] | undefined, test: (item: T) => boolean): boolean {
  let found = false;
  try {
    forEachKnown(items, (item) => {
      found ||= test(item);
    });
  } catch (error) {
    if (!found) throw error;
  }
  return found;
}

/** The items that are known, for rules that know already what the others come from. */
export function knownOf<T>(items: readonly T[] | undefined): readonly T[] {
  const known: T[] = [];
  try {
    forEachKnown(items, (item) => void known.push(item));
  } catch (error) {
    if (!(error instanceof UnknownValueError)) throw error;
  }
  return known;
}

/** Makes every judgement, also those behind one that cannot be made yet, so that an unknown value hides no violation. */
export function judgeAll(...judgements: readonly (() => void)[]): void {
  forEachKnown(judgements, (judgement) => judgement());
}

type Linked = Pick<StackResource, "propertyDependencies"> & { readonly props: object };

/**
 * Whether `property` of `from` refers to `to`: by what its value was made from, else by its value.
 *
 * Ids are unknown until deployment, so a preview can only follow dependencies. A value made from another resource of the
 * same type, or of `otherTypes` (those whose ids the property may hold as well), refers to that one; one that comes another
 * way (from a data source, another stack) stays unknown, and throws.
 */
export function refersTo(
  from: Linked,
  property: string,
  to: Pick<StackResource, "type" | "urn"> & { readonly props: object },
  otherTypes: readonly string[] = [],
): boolean {
  const sources = from.propertyDependencies[property] ?? [];
  if (sources.some((source) => source.urn === to.urn)) return true;
  if (sources.some((source) => source.type === to.type || otherTypes.includes(source.type))) return false;
  return isSet(from.props, property as never) && Reflect.get(from.props, property) === Reflect.get(to.props, "id");
}

/** What `read` gives; undefined where it meets something unknown, as what AWS fills in is in a preview. */
export function ifKnown<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownValueError) return undefined;
    throw error;
  }
}
