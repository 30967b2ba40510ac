import type { Churn } from "../model/schema";
import type { Step } from "../model/step";

/** Why a step means nothing, where it does not. */
export function churnOf(_step: Step): Churn | undefined {
  return undefined;
}
