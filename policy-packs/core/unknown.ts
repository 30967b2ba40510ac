import { UnknownValueError } from "@pulumi/policy";
import type { StackResource } from "./rule";

/**
 * Whether `object` has a value at `key`, known or not: for rules that ask if something is set, whatever it is.
 *
 * Reading an unknown value throws; its descriptor does not pass through the proxy's trap.
 */
export function isSet<T extends object>(object: T | undefined, key: keyof T): boolean {
  const value = rawValue(object, key);
  return value !== undefined && value !== null;
}

/** Whether `object` has anything at `key`, known or not: neither an empty list or text, nor false. */
export function isNonEmpty<T extends object>(object: T | undefined, key: keyof T): boolean {
  const value = rawValue(object, key);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

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
