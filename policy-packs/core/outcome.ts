import type { EnforcementLevel } from "@pulumi/policy";
import type { Introduction } from "./settings";

/** What came of one rule for one resource; a rule that is disabled for its stack has none. */
export interface Outcome {
  readonly rule: string;
  /** Of the resource; it names the stack, too. */
  readonly urn: string;
  readonly type: string;
  /**
   * `excepted`: every finding is accepted by an exception. `not-evaluated`: nothing was found, and not everything that
   * decides is known yet.
   */
  readonly result: "passed" | "failed" | "excepted" | "not-evaluated";
  /** What a finding of this rule does to this stack. */
  readonly level: EnforcementLevel;
  /** Of a rule that is advisory only until a day. */
  readonly introduction?: Introduction;
  readonly findings: readonly OutcomeFinding[];
  /** What was not known, where not everything was. */
  readonly notEvaluated?: string;
  /** Whether the rule itself failed: our bug, reported as a finding. */
  readonly crashed?: boolean;
}

/** One thing that a rule found. */
export interface OutcomeFinding {
  /** The rule's own words, without what an exception adds to them. */
  readonly message: string;
  readonly exception?: AppliedException;
  /** Why an exception that names the finding does not count. */
  readonly refused?: string;
}

/** The exception by which a finding is accepted. */
export interface AppliedException {
  readonly owner: string;
  readonly reason: string;
  readonly ticket: string;
  /** Last day, e.g. `2027-01-31`. */
  readonly expires: string;
  readonly daysLeft: number;
}
