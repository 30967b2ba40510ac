import type { Rule } from "../../../core/rule";
import { wafLogging } from "./waf-logging";

export const wafRules: readonly Rule[] = [wafLogging];
