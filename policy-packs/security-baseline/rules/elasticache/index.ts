import type { Rule } from "../../../core/rule";
import { elasticacheEncrypted } from "./elasticache-encrypted";

export const elasticacheRules: readonly Rule[] = [elasticacheEncrypted];
