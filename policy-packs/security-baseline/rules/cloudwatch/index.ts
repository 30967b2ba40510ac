import type { Rule } from "../../../core/rule";
import { logGroupKms } from "./log-group-kms";
import { logGroupRetention } from "./log-group-retention";

export const cloudwatchRules: readonly Rule[] = [logGroupKms, logGroupRetention];
