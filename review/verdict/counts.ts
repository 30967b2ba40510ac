import { counted } from "../diff/scalars";
import { type Change, operations, type Review } from "../model/schema";

/** Resources by what happens to them; a replacement counts once. */
export type Counts = Readonly<Record<Change["op"] | "same", number>>;

/** Of each stack, in the order of the review. */
export function countsByStack({ stacks, changes }: Pick<Review, "stacks" | "changes">): Map<string, Counts> {
  const counts = new Map(stacks.map(({ stack }) => [stack, none()]));
  for (const { stack, op } of changes) {
    const own = counts.get(stack) ?? none();
    own[op]++;
    counts.set(stack, own);
  }
  for (const { stack, changes: all } of stacks) {
    const own = counts.get(stack);
    // The engine's own counts have what is read, imported or forgotten among the unchanged.
    if (own) own.same = Math.max(0, sum(Object.values(all)) - changed(own));
  }
  return counts;
}

/** Of all stacks together. */
export function totalOf(counts: Iterable<Counts>): Counts {
  const total = none();
  for (const one of counts) for (const key of keys) total[key] += one[key];
  return total;
}

/** How many resources change. */
export const changed = (counts: Counts): number => sum(operations.map((op) => counts[op]));

const keys = [...operations, "same"] as const;
const none = (): Record<Change["op"] | "same", number> => ({
  ...{ create: 0, update: 0, replace: 0, delete: 0, import: 0, read: 0, forget: 0, same: 0 },
});
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const verbs = [
  ["delete", "deleted"],
  ["replace", "replaced"],
  ["create", "created"],
  ["update", "updated"],
  ["import", "imported"],
  ["forget", "forgotten"],
  ["read", "read"],
] as const satisfies readonly (readonly [Change["op"], string])[];

/** What happens to how many of `changes`: `1 deleted, 3 created`. */
export function countedOps(changes: readonly Pick<Change, "op">[]): string {
  const counts = none();
  for (const { op } of changes) counts[op]++;
  return verbs.flatMap(([op, verb]) => (counts[op] > 0 ? [`${counted(counts[op])} ${verb}`] : [])).join(", ");
}
