import type { Rule } from "../../core/rule";
import { computeRules } from "./compute";
import { networkRules } from "./network";
import { stackRules } from "./stack";
import { storageRules } from "./storage";
import { tagRules } from "./tags";

/** The rules of this pack, by what they are about. */
export const rules: readonly Rule[] = [...computeRules, ...networkRules, ...stackRules, ...storageRules, ...tagRules];
