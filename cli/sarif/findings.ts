import { withoutRemark } from "../../policy-packs/core/exceptions/exceptions";
import type { AppliedException } from "../../policy-packs/core/outcome";
import { stackNameOf } from "../../policy-packs/core/stacks";
import { told } from "../../policy-packs/core/told";
import type { EvidenceOutcome } from "../evidence/schema";
import type { StackResult } from "../report/result";

/** One thing that a rule found in a resource, whatever told of it. */
export interface Finding {
  readonly rule: string;
  readonly urn: string;
  readonly level: "mandatory" | "advisory";
  /** The rule's own words. */
  readonly message: string;
  readonly exception?: Omit<AppliedException, "daysLeft">;
}

/** What outcomes of rules tell. */
export function findingsOfOutcomes(outcomes: readonly EvidenceOutcome[]): Finding[] {
  return outcomes.flatMap((outcome) =>
    outcome.findings.map((finding) => ({
      rule: outcome.rule,
      urn: outcome.urn,
      // What it is called when it crashed makes no difference to how it is told.
      level: told({ ...outcome, result: outcome.result === "crashed" ? "failed" : outcome.result }, finding).level,
      message: finding.message,
      ...(finding.exception && { exception: finding.exception }),
    })),
  );
}

/** What the engine told of stacks, and which exceptions were found to be meant. */
export function findingsOfStacks(stacks: readonly Pick<StackResult, "stack" | "policies">[]): Finding[] {
  return stacks.flatMap(({ stack, policies }) =>
    policies.map(({ rule, urn, level, message, exception }) => ({
      // A finding about the stack as a whole has no URN of a resource.
      ...{ rule, urn: stackNameOf(urn) === "" ? `urn:pulumi:${stack}::` : urn, level },
      message: withoutRemark(message),
      ...(exception && { exception }),
    })),
  );
}
