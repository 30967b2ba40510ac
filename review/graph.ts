import type { Step } from "./model/step";

/** URNs of what was made from each resource, directly; also what has it for a parent, where that is a thing in the cloud. */
export function dependentsOf(steps: readonly Step[]): Map<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const { urn, dependsOn } of steps) {
    for (const source of dependsOn) {
      const known = dependents.get(source);
      if (known) known.push(urn);
      else dependents.set(source, [urn]);
    }
  }
  return dependents;
}

/** Everything behind a resource, itself not included, the nearest first. */
export function transitive(
  direct: ReadonlyMap<string, readonly string[]>,
  steps: ReadonlyMap<string, Step>,
): (urn: string) => Step[] {
  return (urn) => {
    const found = new Set<string>([urn]);
    const queue = [urn];
    for (let at = 0; at < queue.length; at++) {
      for (const next of direct.get(queue[at] ?? "") ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        queue.push(next);
      }
    }
    found.delete(urn);
    return [...found].flatMap((one) => steps.get(one) ?? []);
  };
}
