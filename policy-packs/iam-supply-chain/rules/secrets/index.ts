import type { Rule } from "../../../core/rule";
import { noHardcodedSecrets } from "./no-hardcoded-secrets";

export const secretsRules: readonly Rule[] = [noHardcodedSecrets];
