import { createHash } from "node:crypto";
import type { Step } from "./model/step";

/**
 * A hash of what a preview does: which resources, what to each, and to which values. A secret counts as one value whatever it is,
 * so another secret at the same place is not told apart.
 */
export function fingerprintOf(steps: readonly Step[]): string {
  const lines = steps
    .filter(({ op }) => op !== "same" && op !== "read")
    .map(({ urn, op, replaceKeys, diff }) => {
      const changed = diff.map(({ path, kind, after = null }) => [path, kind, after]);
      changed.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      return JSON.stringify([urn, op, [...replaceKeys].sort(), changed]);
    });
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}
