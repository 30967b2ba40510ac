import type { EvidenceOutcome, Results } from "./schema";

type Result = EvidenceOutcome["result"];

/** From the worst to the best. */
const order: readonly Result[] = ["failed", "crashed", "excepted", "not-evaluated", "passed"];

const fields = {
  passed: "passed",
  failed: "failed",
  excepted: "excepted",
  "not-evaluated": "notEvaluated",
  crashed: "crashed",
} as const satisfies Record<Result, keyof Results>;

/** How many resources `outcomes` are about, by the worst that came of each. */
export function resultsOf(outcomes: readonly EvidenceOutcome[]): Results {
  const worst = new Map<string, Result>();
  for (const { urn, result } of outcomes) {
    const known = worst.get(urn);
    if (known === undefined || order.indexOf(result) < order.indexOf(known)) worst.set(urn, result);
  }
  const results: Results = { passed: 0, failed: 0, excepted: 0, notEvaluated: 0, crashed: 0 };
  for (const result of worst.values()) results[fields[result]] += 1;
  return results;
}

/** {@link resultsOf} for each `key`, in the order in which the keys are first met. */
export function resultsBy(
  outcomes: readonly EvidenceOutcome[],
  key: (outcome: EvidenceOutcome) => string,
): Record<string, Results> {
  return Object.fromEntries([...groupBy(outcomes, key)].map(([name, group]) => [name, resultsOf(group)]));
}

/** `items` by `key`, in the order in which the keys are first met. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
