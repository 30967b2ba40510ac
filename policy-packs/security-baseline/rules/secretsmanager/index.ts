import type { Rule } from "../../../core/rule";
import { secretsPolicyNotPublic } from "./secrets-policy-not-public";
import { secretsRotation } from "./secrets-rotation";

export const secretsManagerRules: readonly Rule[] = [secretsPolicyNotPublic, secretsRotation];
