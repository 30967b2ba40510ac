import type { Rule } from "../../core/rule";
import { ecrRules } from "./ecr";
import { iamRules } from "./iam";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [...ecrRules, ...iamRules];
