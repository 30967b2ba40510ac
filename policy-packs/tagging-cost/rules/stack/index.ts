import type { Rule } from "../../../core/rule";
import { costBudgetAlarm } from "./cost-budget-alarm";
import { costMonthlyLimit } from "./cost-monthly-limit";

export const stackRules: readonly Rule[] = [costBudgetAlarm, costMonthlyLimit];
