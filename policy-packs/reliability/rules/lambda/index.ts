import type { Rule } from "../../../core/rule";
import { lambdaResilience } from "./lambda-resilience";

export const lambdaRules: readonly Rule[] = [lambdaResilience];
