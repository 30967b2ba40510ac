import type { Change } from "../model/schema";
import { rankOf } from "./assess";
import { statefulOf } from "./data/stateful";

/**
 * The changes, the most dangerous first: what deletes or replaces something that holds data, whatever its level; then what
 * has risks, by level and section; then the rest by component and name; and last what means nothing.
 */
export function byDanger(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ change, key: keyOf(change) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ change }) => change);
}

/** Whether a change deletes or replaces something that holds data. */
export const endsData = ({ op, type }: Pick<Change, "op" | "type">): boolean =>
  (op === "delete" || op === "replace") && statefulOf(type) !== undefined;

function keyOf(change: Change): readonly (string | number)[] {
  const { stack, urn, name, type, component } = change;
  const worst = Math.min(...change.risks.map(rankOf));
  const around = component.map((one) => one.name).join("/");
  return [groupOf(change), worst, ...(worst === Number.POSITIVE_INFINITY ? [around] : []), name, type, stack, urn];
}

const groups = ["data ends", "risk", "none", "churn"] as const;

function groupOf(change: Change): number {
  const at = (group: (typeof groups)[number]) => groups.indexOf(group);
  if (endsData(change)) return at("data ends");
  if (change.risks.some(({ ignored }) => !ignored)) return at("risk");
  return at(change.churn === undefined ? "none" : "churn");
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}
