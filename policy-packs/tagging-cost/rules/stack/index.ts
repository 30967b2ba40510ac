import type { Rule } from "../../../core/rule";
import { costMonthlyLimit } from "./cost-monthly-limit";

export const stackRules: readonly Rule[] = [costMonthlyLimit];
