import type { Rule } from "../../../core/rule";
import { tagsAllowedValues } from "./tags-allowed-values";
import { tagsPropagated } from "./tags-propagated";
import { tagsRequired } from "./tags-required";

export const tagRules: readonly Rule[] = [tagsAllowedValues, tagsPropagated, tagsRequired];
