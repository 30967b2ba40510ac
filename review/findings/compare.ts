import type { PolicyFinding } from "../../cli/report/result";
import { withoutRemark } from "../../policy-packs/core/exceptions/exceptions";
import type { Outcome } from "../../policy-packs/core/outcome";
import { stackNameOf } from "../../policy-packs/core/stacks";
import type { Finding, Review } from "../model/schema";

/** What rules say of one stack, after the change and before. */
export interface JudgedStack {
  readonly stack: string;
  readonly now: readonly PolicyFinding[];
  /** Of what is recorded. */
  readonly before: readonly PolicyFinding[];
  /** What could not be evaluated of what is recorded, as what is secret there. */
  readonly undecidedBefore: readonly Pick<Outcome, "rule" | "urn">[];
  /** URNs of resources that stay the same. */
  readonly unchanged: ReadonlySet<string>;
  /** Whether the preview came to its end, so that what was not found is not there. */
  readonly whole: boolean;
  /** What the rules that could not be evaluated are, with the resources. */
  readonly notEvaluated: readonly Pick<Outcome, "rule" | "urn">[];
}

/** Tells what a change brings from what was there, and from what it mends. */
export function compareFindings(stacks: readonly JudgedStack[]): Pick<Review, "findings" | "fixed" | "notEvaluated"> {
  const findings: Finding[] = [];
  const fixed: Review["fixed"] = [];
  const notEvaluated: Review["notEvaluated"] = [];
  for (const { stack, now, before, whole, notEvaluated: open, undecidedBefore, unchanged } of stacks) {
    const known = new Set(before.map(keyOf));
    const found = new Set(now.map(keyOf));
    const undecided = new Set(open.map(pairOf));
    const wasUndecided = new Set(undecidedBefore.map(pairOf));
    // What stays the same and could not be judged from the record was no other before.
    const isKnown = (finding: PolicyFinding) =>
      known.has(keyOf(finding)) || (unchanged.has(finding.urn) && wasUndecided.has(pairOf(finding)));
    for (const finding of inOrder(now)) {
      const state = finding.exception ? "excepted" : isKnown(finding) ? "existing" : "new";
      findings.push({ ...finding, stack, state });
    }
    const mended = whole ? inOrder(before).filter((one) => !found.has(keyOf(one)) && !undecided.has(pairOf(one))) : [];
    fixed.push(...mended.map((finding) => ({ ...finding, stack })));
    for (const [rule, resources] of countBy(open.map(({ rule }) => rule).sort()))
      notEvaluated.push({ rule, stack, resources });
  }
  return { findings, fixed, notEvaluated };
}

/** What stops a deployment first, then by rule and resource: packs tell them in another order each time. */
function inOrder(findings: readonly PolicyFinding[]): PolicyFinding[] {
  const keyOfOrder = ({ level, rule, urn, message }: PolicyFinding) =>
    [level === "mandatory" ? 0 : 1, rule, urn, message].join("\0");
  const keyed = findings.map((finding) => ({ finding, key: keyOfOrder(finding) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ finding }) => finding);
}

/** A finding stays the same while rule, resource and words do; what an exception or an introduction adds are no words of the rule. */
const keyOf = ({ rule, urn, message }: PolicyFinding): string =>
  // One about the stack as a whole may have no URN of a resource.
  [rule, stackNameOf(urn) === "" ? "" : urn, withoutRemark(message)].join("\0");

const pairOf = ({ rule, urn }: Pick<Outcome, "rule" | "urn">): string => `${rule} ${urn}`;

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
