import type { Rule } from "../../../core/rule";
import { ssmSecureString } from "./ssm-secure-string";

export const ssmRules: readonly Rule[] = [ssmSecureString];
