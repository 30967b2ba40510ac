import type { Rule } from "../../../core/rule";
import { kmsDeletionWindow } from "./kms-deletion-window";
import { kmsPolicyNoWildcard } from "./kms-policy-no-wildcard";
import { kmsRotation } from "./kms-rotation";

export const kmsRules: readonly Rule[] = [kmsDeletionWindow, kmsPolicyNoWildcard, kmsRotation];
