import { isHidden, type Shown } from "../model/values";
import { documentIn } from "./documents";
import { counted, keyText, scalar, windowOf } from "./scalars";
import type { Lines, Sign } from "./sink";

/** Lists of scalars that stand on one line. */
const inlineWidth = 80;
/** Deeper values are only counted. */
const deepest = 24;

export type List = readonly Shown[];
export type Fields = { readonly [key: string]: Shown };

export const isList = (value: Shown | undefined): value is List => Array.isArray(value);
export const isFields = (value: Shown | undefined): value is Fields =>
  typeof value === "object" && value !== null && !isList(value) && !isHidden(value);
export const isTextOfLines = (value: Shown | undefined): value is string =>
  typeof value === "string" && value.trimEnd().includes("\n");

/** Where a value stands: behind a key or a dash, and how far to the right. */
export interface Place {
  /** With what parts it from the value: `name: `, `- `; a list in a list has both of its dashes. */
  readonly label: string;
  readonly depth: number;
  /** Of what is in the value. */
  readonly inner: number;
}

export const place = (label: string, depth: number): Place => ({ label, depth, inner: depth + 1 });
export const keyed = (key: string, depth: number): Place => place(`${keyText(key)}: `, depth);

/** A value with a text of JSON in it opened, and what to say of it. */
export function opened(value: Shown): { value: Shown; form: string } {
  const document = typeof value === "string" ? documentIn(value) : undefined;
  return document === undefined ? { value, form: "" } : { value: document, form: "(JSON)" };
}

/** Writes a whole value, as YAML would. */
export function write(lines: Lines, sign: Sign, given: Shown, at: Place): void {
  const { value, form } = opened(given);
  const text = inline(value, at);
  if (text !== undefined) {
    lines.add(sign, at.depth, `${at.label}${text}${form && ` ${form}`}`);
  } else if (typeof value === "string") {
    lines.add(sign, at.depth, `${at.label}|`);
    for (const line of value.trimEnd().split("\n")) lines.add(sign, at.inner, lineText(line));
  } else if (isList(value)) {
    lines.add(sign, at.depth, `${at.label}${form}`);
    for (const item of value) write(lines, sign, item, place("- ", at.inner));
  } else {
    writeFields(lines, sign, value as Fields, at, form);
  }
}

/** Of an object in a list, the first field stands behind the dash. */
function writeFields(lines: Lines, sign: Sign, fields: Fields, at: Place, form: string): void {
  const dash = at.label === "- ";
  if (!dash) lines.add(sign, at.depth, `${at.label}${form}`);
  for (const [index, [key, item]] of Object.entries(fields).entries()) {
    const { label } = keyed(key, at.inner);
    write(
      lines,
      sign,
      item,
      dash && index === 0 ? { label: `- ${label}`, depth: at.depth, inner: at.inner + 1 } : place(label, at.inner),
    );
  }
}

/** A line of a text; its indentation is kept. */
export function lineText(line: string, from = 0): string {
  const [blank = ""] = /^ */.exec(line) ?? [];
  return from > 0 ? windowOf(line, from) : `${blank.slice(0, 40)}${windowOf(line.slice(blank.length))}`;
}

/** `value` where it takes one line only. */
export function inline(value: Shown, { depth }: Pick<Place, "depth">): string | undefined {
  if (typeof value === "string") return isTextOfLines(value) ? undefined : scalar(value);
  if (typeof value !== "object" || value === null || isHidden(value)) return scalar(value);
  const size = Object.keys(value).length;
  if (size === 0) return isList(value) ? "[]" : "{}";
  if (depth > deepest) return `(${counted(size)} nested deeper)`;
  return isList(value) ? inlineList(value) : undefined;
}

function inlineList(value: List): string | undefined {
  if (value.length > inlineWidth / 3) return undefined;
  const items: string[] = [];
  for (const item of value) {
    if (isList(item) || isFields(item) || opened(item).form !== "" || isTextOfLines(item)) return undefined;
    items.push(scalar(item));
  }
  const text = `[${items.join(", ")}]`;
  return text.length > inlineWidth ? undefined : text;
}
