import type { Rule } from "../../../core/rule";
import { guarddutyEnabled } from "./guardduty-enabled";

export const guarddutyRules: readonly Rule[] = [guarddutyEnabled];
