import type { Risk } from "../model/schema";
import type { Step } from "../model/step";
import type { ReviewSettings } from "../settings";

/** What an assessment may look at beside the step itself. */
export interface RiskContext {
  readonly environment: string;
  readonly settings: ReviewSettings;
  /** Any resource of the review by its URN, also unchanged ones. */
  step(urn: string): Step | undefined;
  /** Everything that was made from a resource, directly or by others, in any stack of the review. */
  dependents(urn: string): readonly Step[];
}

/** What a step puts at risk, the most dangerous first. */
export function assess(_step: Step, _context: RiskContext): Risk[] {
  return [];
}
