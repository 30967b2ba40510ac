import type { Rule } from "../../../core/rule";
import { lbDeletionProtection } from "./lb-deletion-protection";
import { lbMultiAz } from "./lb-multi-az";

export const lbRules: readonly Rule[] = [lbDeletionProtection, lbMultiAz];
