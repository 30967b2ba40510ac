import type { Section } from "../model/schema";
import type { Row } from "./view/changes";
import { levelWords } from "./view/words";

/** What of the changes is shown, and in which order. */
export interface Selection {
  /** Words that must all be somewhere in the resource, whatever their case. */
  readonly text: string;
  readonly stack: string;
  readonly op: string;
  /** `any`, a section or a level. */
  readonly danger: string;
  readonly component: string;
  readonly owner: string;
  /** Whether what means nothing is shown too. */
  readonly churn: boolean;
  readonly sort: SortKey;
  readonly reversed: boolean;
}

export const sortKeys = ["danger", "op", "name", "stack", "component", "owner"] as const;
export type SortKey = (typeof sortKeys)[number];

export const everything: Selection = {
  ...{ text: "", stack: "", op: "", danger: "", component: "", owner: "" },
  ...{ churn: false, sort: "danger", reversed: false },
};

/** A change as it is searched. */
export interface Searched {
  readonly row: Row;
  readonly text: string;
}

export const searched = (row: Row): Searched => ({
  row,
  text: [row.urn, row.owner, ...row.component.map(({ name }) => name), ...row.risks.map(({ summary }) => summary)]
    .join("\n")
    .toLowerCase(),
});

/** Positions of the changes that are selected, in their order. */
export function select(all: readonly Searched[], selection: Selection): number[] {
  const words = selection.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (const [index, { row, text }] of all.entries()) {
    if (isSelected(row, selection) && words.every((word) => text.includes(word))) found.push(index);
  }
  return ordered(found, all, selection);
}

function isSelected(row: Row, { stack, op, danger, component, owner, churn }: Selection): boolean {
  return (
    (churn || row.churn === undefined) &&
    (stack === "" || row.stack === stack) &&
    (op === "" || row.op === op) &&
    (owner === "" || row.owner === owner) &&
    (component === "" || row.component.some(({ name }) => name === component)) &&
    (danger === "" || isDangerous(row, danger))
  );
}

const isDangerous = ({ risks }: Row, danger: string): boolean =>
  danger === "any"
    ? risks.length > 0
    : risks.some(({ section, level }) => section === (danger as Section) || level === danger);

/** The changes come in the order of danger; where something else is the same they stay in it. */
function ordered(found: number[], all: readonly Searched[], { sort, reversed }: Selection): number[] {
  const sorted = sort === "danger" ? found : sortedBy(found, (index) => keyOf(all[index]?.row, sort));
  return reversed ? sorted.reverse() : sorted;
}

function sortedBy(found: readonly number[], key: (index: number) => string): number[] {
  const keys = new Map(found.map((index) => [index, key(index)]));
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...found].sort((a, b) => compare(keys.get(a) ?? "", keys.get(b) ?? "") || a - b);
}

function keyOf(row: Row | undefined, sort: Exclude<SortKey, "danger">): string {
  if (row === undefined) return "";
  return sort === "component" ? (row.component.at(-1)?.name ?? "") : row[sort];
}

/** The values that there are to select by, in their order. */
export function choices(all: readonly Searched[]): Record<"stack" | "op" | "component" | "owner", string[]> {
  const rows = all.map(({ row }) => row);
  const { compare } = new Intl.Collator("en", { numeric: true });
  const of = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "").sort(compare);
  return {
    stack: of(rows.map(({ stack }) => stack)),
    op: of(rows.map(({ op }) => op)),
    component: of(rows.flatMap(({ component }) => component.map(({ name }) => name))),
    owner: of(rows.map(({ owner }) => owner)),
  };
}

export const dangers = ["any", "data", "access", "availability", ...Object.keys(levelWords)];

const mark = "#changes?";

/** The part of an address that keeps a selection. */
export function hashOf(selection: Selection): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(selection)) {
    if (value !== everything[key as keyof Selection]) parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text === "" ? "#changes" : `${mark}${text}`;
}

/** The selection that an address keeps; undefined where it keeps none. */
export function selectionOf(hash: string): Selection | undefined {
  if (!hash.startsWith(mark)) return undefined;
  const parameters = new URLSearchParams(hash.slice(mark.length));
  const text = (key: keyof Selection) => parameters.get(key) ?? "";
  return {
    ...{ text: text("text"), stack: text("stack"), op: text("op"), danger: text("danger") },
    ...{ component: text("component"), owner: text("owner") },
    churn: text("churn") === "true",
    sort: sortKeys.find((key) => key === text("sort")) ?? "danger",
    reversed: text("reversed") === "true",
  };
}
