import type { PropertyChange } from "../model/step";
import { isHidden, type Shown } from "../model/values";

const longest = 80;

/** A value as it stands in a sentence; what is hidden stays so. */
export function worded(value: Shown | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (isHidden(value)) return hiddenWords(value.$);
  return cut(typeof value === "object" ? JSON.stringify(value, (_key, item) => withoutHidden(item)) : String(value));
}

const hiddenWords = (mark: string): string =>
  ({ secret: "a secret", unknown: "what is known only when it is made", file: "a file" })[mark] ?? "a long text";

const withoutHidden = (value: Shown): Shown => (isHidden(value) ? `(${hiddenWords(value.$)})` : value);

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** `engine: postgres → mysql`. */
export const changeWords = ({ path, before, after }: Pick<PropertyChange, "path" | "before" | "after">): string =>
  `${path}: ${worded(before)} → ${worded(after)}`;

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** `a, b, c and 4 more`. */
export function firstOf(items: readonly string[], count = 3): string {
  return items.length > count + 1
    ? `${items.slice(0, count).join(", ")} and ${items.length - count} more`
    : listed(items);
}

/** `1 rule`, `2 rules`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The last part of a type: `Instance` of aws:rds/instance:Instance. */
export const kindOf = (type: string): string => type.slice(type.lastIndexOf(":") + 1);
