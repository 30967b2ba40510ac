import { createHash } from "node:crypto";
import type { Step } from "./model/step";

/**
 * A hash of what a preview does: which resources, what to each, and to which values. A secret counts as one value whatever it is,
 * so another secret at the same place is not told apart; nor is another end of a name that is made up anew in every run.
 */
export function fingerprintOf(steps: readonly Step[]): string {
  const told = steps.filter(({ op }) => op !== "same" && op !== "read");
  const madeUp = namesMadeUp(told);
  const lasting = (_key: string, value: unknown) => (typeof value === "string" ? withoutEnds(value, madeUp) : value);
  const lines = told.map(({ urn, op, replaceKeys, diff }) => {
    const changed = diff.map(({ path, kind, after = null }) => [path, kind, after]);
    changed.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return JSON.stringify([urn, op, [...replaceKeys].sort(), changed], lasting);
  });
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}

/** What a name ends in that the provider chooses: 7 digits, of Kubernetes 8. */
const end = /-[0-9a-f]{7,8}$/;
const possible = /[\w.-]+-[0-9a-f]{7,8}(?!\w)/g;

/** Names that providers chose for what is made: without a plan each run has another random seed (docs/known-traps.md). */
function namesMadeUp(steps: readonly Step[]): Set<string> {
  const made = steps.filter(({ op }) => op === "create" || op === "replace");
  return new Set(
    made.flatMap(({ name, diff }) =>
      diff.flatMap(({ after }) =>
        typeof after === "string" && end.test(after) && after.replace(end, "") === name ? [after] : [],
      ),
    ),
  );
}

/** `text` with the made-up names in it, which other resources may hold too, without their ends. */
function withoutEnds(text: string, madeUp: ReadonlySet<string>): string {
  if (madeUp.size === 0) return text;
  return text.replace(possible, (found) => (madeUp.has(found) ? found.replace(end, "-") : found));
}
