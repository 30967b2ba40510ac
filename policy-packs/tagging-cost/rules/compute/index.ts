import type { Rule } from "../../../core/rule";
import { costGraviton } from "./cost-graviton";
import { costInstanceTypesAllowed } from "./cost-instance-types-allowed";
import { costNoPreviousGeneration } from "./cost-no-previous-generation";
import { costNonprodScale } from "./cost-nonprod-scale";

export const computeRules: readonly Rule[] = [
  costGraviton,
  costInstanceTypesAllowed,
  costNoPreviousGeneration,
  costNonprodScale,
];
