import type { EnforcementLevel } from "@pulumi/policy";
import { levelOf, type Rule } from "./rule";

/** How a rule is in force. */
export interface Setting {
  readonly level: EnforcementLevel;
  /** What the rule's `parameters` are read from. */
  readonly configuration: object;
}

/** How `rule` is in force for the stack of that name. */
export type Settings = (rule: Rule, stack: string) => Setting;

/** Each rule at the level that follows from its severity, with its parameters' defaults, everywhere. */
export const ownSettings: Settings = (rule) => ({ level: levelOf(rule), configuration: {} });
