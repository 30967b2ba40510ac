import type { Rule } from "../../core/rule";
import { podSecurityRules } from "./pod-security";

/** The rules of this pack, by subject. */
export const rules: readonly Rule[] = [...podSecurityRules];
