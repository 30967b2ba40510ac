import type { Rule } from "../../../core/rule";
import { kmsPolicyNoWildcard } from "./kms-policy-no-wildcard";
import { kmsRotation } from "./kms-rotation";

export const kmsRules: readonly Rule[] = [kmsPolicyNoWildcard, kmsRotation];
