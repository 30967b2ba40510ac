import type { PropertyChange } from "../model/step";
import { isHidden } from "../model/values";
import { compare, isSame, noDifference } from "./compare";
import { windowOf } from "./scalars";
import { type DiffLine, Lines } from "./sink";
import { place, write } from "./written";

export type { DiffLine } from "./sink";

/** Lines of one property before the rest is counted. */
const mostLines = 60;

/**
 * How one property changes, to be read: scalars on a line each, objects, lists and texts that hold JSON by structure, other texts by
 * line, each only with what differs and a little around it. No line holds a line end or anything invisible.
 *
 * @param most Lines that are told; the last one counts what is left out. Default: 60.
 */
export function diffLines({ path, kind, before, after }: PropertyChange, most = mostLines): DiffLine[] {
  const lines = new Lines(most);
  const at = place(`${windowOf(path)}: `, 0);
  if (before !== undefined && after !== undefined) {
    // Of two secrets the provider knows that they differ.
    if (isSame(before, after) && !isHidden(before)) lines.add(" ", 0, `${at.label}${noDifference}`);
    else compare(lines, before, after, at);
  } else if (before !== undefined) write(lines, "-", before, at);
  else if (after !== undefined) write(lines, "+", after, at);
  // The engine tells of a change in a property that has no value on either side, e.g. one that only its provider knows.
  else lines.add(kind === "add" ? "+" : kind === "delete" ? "-" : " ", 0, `${at.label}(value not told)`);
  return lines.all();
}
