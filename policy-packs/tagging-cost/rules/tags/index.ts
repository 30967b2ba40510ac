import type { Rule } from "../../../core/rule";
import { costEnvironmentExpires } from "./cost-environment-expires";
import { tagsAllowedValues } from "./tags-allowed-values";
import { tagsConsistent } from "./tags-consistent";
import { tagsNameFormat } from "./tags-name-format";
import { tagsNoCaseDuplicates } from "./tags-no-case-duplicates";
import { tagsNoPersonalData } from "./tags-no-personal-data";
import { tagsPropagated } from "./tags-propagated";
import { tagsRequired } from "./tags-required";

export const tagRules: readonly Rule[] = [
  costEnvironmentExpires,
  tagsAllowedValues,
  tagsConsistent,
  tagsNameFormat,
  tagsNoCaseDuplicates,
  tagsNoPersonalData,
  tagsPropagated,
  tagsRequired,
];
