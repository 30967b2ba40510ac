import type { Rule } from "../../../core/rule";
import { secretsCmk } from "./secrets-cmk";
import { secretsPolicyNotPublic } from "./secrets-policy-not-public";
import { secretsRotation } from "./secrets-rotation";

export const secretsManagerRules: readonly Rule[] = [secretsCmk, secretsPolicyNotPublic, secretsRotation];
