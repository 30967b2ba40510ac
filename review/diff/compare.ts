import { diffArrays } from "diff";
import { isHidden, type Shown } from "../model/values";
import { counted, keyText } from "./scalars";
import type { Lines } from "./sink";
import { compareTexts, mostEdits, textsOf } from "./texts";
import { type Fields, inline, isFields, isList, keyed, type List, opened, type Place, place, write } from "./written";

export const noDifference = "(no difference that can be shown)";

/** Writes how two values differ: of objects and lists only what differs. */
export function compare(lines: Lines, before: Shown, after: Shown, at: Place): void {
  const [old, next] = [opened(before), opened(after)];
  const alike = old.form === next.form;
  const texts = alike && next.form === "" ? textsOf(before, after) : undefined;
  if (alike && isFields(old.value) && isFields(next.value)) {
    lines.add(" ", at.depth, `${at.label}${next.form}`);
    compareFields(lines, old.value, next.value, at.inner);
  } else if (alike && isList(old.value) && isList(next.value) && !(fits(old.value, at) && fits(next.value, at))) {
    lines.add(" ", at.depth, `${at.label}${next.form}`);
    compareLists(lines, old.value, next.value, at.inner);
  } else if (texts) {
    compareTexts(lines, texts, at);
  } else {
    write(lines, "-", before, at);
    write(lines, "+", after, at);
  }
}

const fits = (list: List, at: Place): boolean => inline(list, at) !== undefined;

function compareFields(lines: Lines, before: Fields, after: Fields, depth: number): void {
  let same = true;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [own(before, key), own(after, key)];
    if (old !== undefined && next !== undefined && isSame(old, next)) continue;
    same = false;
    if (old === undefined && next !== undefined) write(lines, "+", next, keyed(key, depth));
    else if (old !== undefined && next === undefined) write(lines, "-", old, keyed(key, depth));
    else if (old !== undefined && next !== undefined) compare(lines, old, next, keyed(key, depth));
  }
  // Written in another way, or another secret.
  if (same) lines.add(" ", depth, noDifference);
}

const own = (fields: Fields, key: string): Shown | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined);

/** By value, whatever the order of keys. */
export const isSame = (a: Shown, b: Shown): boolean => canonical(a) === canonical(b);

function canonical(value: Shown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** Items that are in both stay out; one that took the place of another of the same name is compared with it. */
function compareLists(lines: Lines, before: List, after: List, depth: number): void {
  const parts = diffArrays(before.map(canonical), after.map(canonical), { maxEditLength: mostEdits });
  const at = place("- ", depth);
  if (parts === undefined) {
    for (const item of before) write(lines, "-", item, at);
    for (const item of after) write(lines, "+", item, at);
    return;
  }
  const [old, next] = [before.values(), after.values()];
  const take = (items: Iterator<Shown>, count: number) =>
    Array.from({ length: count }, () => items.next().value as Shown);
  let gone: Shown[] = [];
  for (const [index, { added, removed, count }] of parts.entries()) {
    if (removed) {
      gone = take(old, count);
      // What comes in its place follows at once.
      if (parts[index + 1]?.added) continue;
      for (const item of gone) write(lines, "-", item, at);
    } else if (added) {
      replaced(lines, gone, take(next, count), at);
    } else {
      take(old, count);
      take(next, count);
      lines.add(" ", depth, `… ${counted(count)} unchanged`);
    }
    gone = [];
  }
}

/** Items that come where others go: one of the same name, or at the same position of as many, is compared with it. */
function replaced(lines: Lines, gone: readonly Shown[], come: readonly Shown[], at: Place): void {
  const named = new Map(come.map((item) => [identity(item), item]));
  const paired = new Set<Shown>();
  for (const [index, item] of gone.entries()) {
    const name = identity(item);
    const other = name !== "" ? named.get(name) : gone.length === come.length ? come[index] : undefined;
    if (isFields(item) && isFields(other) && !paired.has(other) && identity(other) === name) {
      paired.add(other);
      compareItems(lines, item, other, at);
    } else {
      write(lines, "-", item, at);
    }
  }
  for (const item of come) if (!paired.has(item)) write(lines, "+", item, at);
}

/** What tells one item of a list from another, in the words of clouds. */
const names = ["Sid", "name", "Name", "key", "Key", "id", "Id", "type"];

function identity(item: Shown): string {
  if (!isFields(item)) return "";
  const key = names.find((name) => typeof item[name] === "string");
  return key === undefined ? "" : `${key} ${item[key]}`;
}

/** Fields of an item that differs which are shown though they are the same, so that one sees which it is. */
const context = 2;

function compareItems(lines: Lines, before: Fields, after: Fields, at: Place): void {
  const same = Object.keys(before).filter((key) => {
    const [old, next] = [own(before, key), own(after, key)];
    return (
      old !== undefined && next !== undefined && inline(old, at) !== undefined && !isHidden(old) && isSame(old, next)
    );
  });
  const named = same.filter((key) => names.includes(key));
  const shown = [...named, ...same.filter((key) => !named.includes(key))].slice(0, context);
  if (shown.length === 0) lines.add(" ", at.depth, "-");
  for (const [index, key] of shown.entries()) {
    const dash = index === 0 ? "- " : "";
    lines.add(" ", dash ? at.depth : at.inner, `${dash}${keyText(key)}: ${inline(before[key] ?? null, at)}`);
  }
  compareFields(lines, before, after, at.inner);
}
