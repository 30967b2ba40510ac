import { diffArrays } from "diff";
import { isHidden, type Shown } from "../model/values";
import { counted, differenceOf, hiddenText, quoted } from "./scalars";
import type { Lines, Sign } from "./sink";
import { isTextOfLines, lineText, type Place } from "./written";

/** Edits between two lists before they count as two others: the time to compare grows with its square. */
export const mostEdits = 400;

interface Text {
  readonly text: string;
  /** What to say of it where it is only the beginning. */
  readonly note: string;
}

/** Two texts that can be compared as such; undefined where one of the values is none. */
export function textsOf(before: Shown, after: Shown): { before: Text; after: Text } | undefined {
  const most = Math.min(startOf(before)?.length ?? Infinity, startOf(after)?.length ?? Infinity);
  const [old, next] = [textOf(before, most), textOf(after, most)];
  return old && next && { before: old, after: next };
}

function startOf(value: Shown): string | undefined {
  return isHidden(value) && value.$ === "long" ? value.start : undefined;
}

function textOf(value: Shown, most: number): Text | undefined {
  if (typeof value === "string")
    return {
      text: value.slice(0, most),
      note: value.length > most ? `(${counted(value.length)} characters in all)` : "",
    };
  const start = startOf(value);
  return start === undefined ? undefined : { text: start.slice(0, most), note: hiddenText(value) };
}

/** Texts of one line stand below each other, from where they begin to differ; those of several are compared by line. */
export function compareTexts(lines: Lines, { before, after }: { before: Text; after: Text }, at: Place): void {
  const note = (text: Text) => (text.note === "" ? "" : ` ${text.note}`);
  if (!isTextOfLines(before.text) && !isTextOfLines(after.text)) {
    const from = differenceOf(before.text, after.text);
    lines.add("-", at.depth, `${at.label}${quoted(before.text, from)}${note(before)}`);
    lines.add("+", at.depth, `${at.label}${quoted(after.text, from)}${note(after)}`);
    return;
  }
  lines.add(" ", at.depth, `${at.label}|`);
  const closed = before.text.endsWith("\n") && after.text.endsWith("\n") ? -1 : undefined;
  const [old, next] = [before, after].map(({ text }) => text.slice(0, closed).split("\n"));
  compareLines(lines, old ?? [], next ?? [], at.inner);
  if (before.note) lines.add("-", at.inner, before.note);
  if (after.note) lines.add("+", at.inner, after.note);
}

/** Lines around what differs that are shown. */
const context = 2;

function compareLines(lines: Lines, before: readonly string[], after: readonly string[], depth: number): void {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (parts === undefined) {
    for (const line of before) lines.add("-", depth, lineText(line));
    for (const line of after) lines.add("+", depth, lineText(line));
    return;
  }
  for (const [index, { added, removed, value }] of parts.entries()) {
    if (removed) signed(lines, "-", value, parts[index + 1]?.added ? parts[index + 1] : undefined, depth);
    else if (added) signed(lines, "+", value, parts[index - 1]?.removed ? parts[index - 1] : undefined, depth);
    else unchanged(lines, value, { first: index === 0, last: index === parts.length - 1 }, depth);
  }
}

/** Lines that come or go, long ones from where they begin to differ from those in the same place. */
function signed(
  lines: Lines,
  sign: Sign,
  value: readonly string[],
  other: { readonly value: readonly string[] } | undefined,
  depth: number,
): void {
  for (const [index, line] of value.entries())
    lines.add(sign, depth, lineText(line, differenceOf(line, other?.value[index] ?? "")));
}

/** Lines that stay, near those that do not, and what encloses these by its indentation. */
function unchanged(
  lines: Lines,
  value: readonly string[],
  { first, last }: { first: boolean; last: boolean },
  depth: number,
): void {
  const behind = first ? 0 : context;
  const ahead = last ? 0 : context;
  const kept = new Set(enclosing(value, value.length - ahead, last ? 0 : deepest));
  let left = 0;
  const tell = () => {
    if (left > 0) lines.add(" ", depth, `… ${counted(left)} unchanged`);
    left = 0;
  };
  for (const [index, line] of value.entries()) {
    if (index >= behind && index < value.length - ahead && !kept.has(index)) {
      left++;
      continue;
    }
    tell();
    lines.add(" ", depth, lineText(line));
  }
  tell();
}

/** Levels of indentation that are told. */
const deepest = 6;

/** Positions of the lines before `end` that enclose the line at it: each the nearest that is indented less. */
function enclosing(value: readonly string[], end: number, levels: number): number[] {
  const found: number[] = [];
  let indent = indentOf(value[end] ?? "");
  for (let index = end - 1; index >= 0 && indent > 0 && found.length < levels; index--) {
    const line = value[index] ?? "";
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    found.push(index);
  }
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
