import type { Rule } from "../../../core/rule";
import { lbDeletionProtection } from "./lb-deletion-protection";

export const lbRules: readonly Rule[] = [lbDeletionProtection];
