import type { Rule } from "../../core/rule";
import { computeRules } from "./compute";
import { containerRules } from "./containers";
import { databaseRules } from "./databases";
import { logRules } from "./logs";
import { networkRules } from "./network";
import { stackRules } from "./stack";
import { storageRules } from "./storage";
import { tagRules } from "./tags";

/** The rules of this pack, by what they are about. */
export const rules: readonly Rule[] = [
  ...computeRules,
  ...containerRules,
  ...databaseRules,
  ...logRules,
  ...networkRules,
  ...stackRules,
  ...storageRules,
  ...tagRules,
];
