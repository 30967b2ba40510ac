import type { Rule } from "../../../core/rule";
import { costInstanceTypesAllowed } from "./cost-instance-types-allowed";
import { costNoPreviousGeneration } from "./cost-no-previous-generation";

export const computeRules: readonly Rule[] = [costInstanceTypesAllowed, costNoPreviousGeneration];
