import type { Rule } from "../../../core/rule";
import { logGroupRetention } from "./log-group-retention";

export const cloudwatchRules: readonly Rule[] = [logGroupRetention];
