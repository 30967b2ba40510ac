import type { Step } from "../model/step";
import type { ReviewSettings } from "../settings";
import type { RiskId } from "./table";

/** What an assessment may look at beside the step itself. */
export interface RiskContext {
  readonly environment: string;
  readonly settings: ReviewSettings;
  /** Any resource of the review by its URN, also unchanged ones. */
  step(urn: string): Step | undefined;
  /** Everything that was made from a resource, directly or by others, in any stack of the review. */
  dependents(urn: string): readonly Step[];
  /** What a stack makes new of a type. */
  created(stack: string, type: string): readonly Step[];
}

/** What a judge sees at risk: a row of the table, in the words of this step. */
export interface Found {
  readonly id: RiskId;
  readonly summary: string;
  readonly details?: readonly string[];
  /** Paths of the properties that it comes from. */
  readonly properties?: readonly string[];
}

/** Tells what a step puts at risk. It never says what is behind a hidden value. */
export type Judge = (step: Step, context: RiskContext) => readonly Found[];
