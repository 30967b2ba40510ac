import type { EnforcementLevel } from "@pulumi/policy";
import { levelOf, type Rule } from "./rule";

/** How a rule is in force. */
export interface Setting {
  readonly level: EnforcementLevel;
  /** What the rule's `parameters` are read from. */
  readonly configuration: object;
  /** Of a rule that stops deployments from a day on and only advises until then. */
  readonly introduction?: Introduction;
}

/** A rule's way into force. */
export interface Introduction {
  /** First day on which a finding stops a deployment, e.g. `2027-02-01`. */
  readonly mandatoryFrom: string;
  /** Days until then, at least 1. */
  readonly daysLeft: number;
}

/** What is added to a finding's message of a rule that is being introduced. */
export const introductionRemark = ({ mandatoryFrom, daysLeft }: Introduction): string =>
  ` (mandatory from ${mandatoryFrom}, ${daysLeft} ${daysLeft === 1 ? "day" : "days"})`;

/** How `rule` is in force for the stack of that name. */
export type Settings = (rule: Rule, stack: string) => Setting;

/** Each rule at the level that follows from its severity, with its parameters' defaults, everywhere. */
export const ownSettings: Settings = (rule) => ({ level: levelOf(rule), configuration: {} });
