import { fingerprintOf } from "../../review/fingerprint";
import type { Review } from "../../review/model/schema";
import type { Step } from "../../review/model/step";

const mostShown = 10;

/**
 * In what a preview of `stack` is not what was reviewed, in lines; none where it is the same, or nothing is to be done.
 *
 * What is compared is which resources change, how, and to which values (`fingerprintOf`).
 */
export function unlikeReviewed(review: Review, stack: string, steps: readonly Step[]): string[] {
  const now = steps.filter(({ op }) => op !== "same" && op !== "read");
  if (now.length === 0) return [];
  const reviewed = review.stacks.find((one) => one.stack === stack);
  if (reviewed === undefined) return [`${stack} is not in the review`];
  if (reviewed.fingerprint === fingerprintOf(steps)) return [];
  const then = new Map(review.changes.filter((one) => one.stack === stack).map((one) => [one.urn, one.op]));
  const ofNow = new Map(now.map(({ urn, op }) => [urn, op]));
  const nameOf = (urn: string) => urn.split("::").slice(3).join("::");
  const lines = [
    ...now.flatMap(({ urn, op }) =>
      then.get(urn) === op ? [] : [`${stack}: ${op} ${nameOf(urn)}, reviewed was: ${then.get(urn) ?? "no change"}`],
    ),
    ...[...then].flatMap(([urn, op]) =>
      ofNow.has(urn) || op === "read" ? [] : [`${stack}: no change of ${nameOf(urn)}, reviewed was: ${op}`],
    ),
  ];
  if (lines.length === 0) return [`${stack}: the same resources change, to other values than were reviewed`];
  const rest = lines.length - mostShown;
  return [...lines.slice(0, mostShown), ...(rest > 0 ? [`… and ${rest} more in ${stack}`] : [])];
}
