import type { Change, Cost, Finding, PropertyChange, Review } from "../model/schema";
import { isSecret, isUnknown, type Shown } from "../model/values";
import type { Row } from "./view/changes";

/** What the script of the page is given at once; positions are those of the review's changes. */
export interface PageData {
  readonly rows: readonly Row[];
}

/** What it reads only when somebody opens a row. */
export interface PageDetails {
  readonly diffs: readonly (readonly PropertyChange[])[];
  /** By URN. */
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
  /** By URN. */
  readonly costs: Readonly<Record<string, readonly CostLine[]>>;
}

export type CostLine = Cost["lines"][number];

export const dataOf = ({ changes }: Review): PageData => ({ rows: changes.map(rowOf) });

export function detailsOf({ changes, findings, cost }: Review): PageDetails {
  return { diffs: changes.map(({ diff }) => diff), findings: byUrn(findings), costs: byUrn(cost.lines) };
}

function rowOf({ diff: _, ...row }: Change): Row {
  return row;
}

/** Not `Object.groupBy`, which Node 20 does not have. */
function byUrn<T extends { readonly urn: string }>(items: readonly T[]): Record<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.urn);
    if (group) group.push(item);
    else groups.set(item.urn, [item]);
  }
  return Object.fromEntries(groups);
}

/** JSON that may stand in a script element: nothing in it ends the element, or a line. */
export const embedded = (value: unknown): string =>
  JSON.stringify(value, bare).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** What stands for a secret, or for what is not known, is only that, whatever else came with it. */
function bare(_key: string, value: Shown): Shown {
  return isSecret(value) || isUnknown(value) ? { $: isSecret(value) ? "secret" : "unknown" } : value;
}
