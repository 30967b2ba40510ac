import type { Rule } from "../../../core/rule";
import { elasticacheAuth } from "./elasticache-auth";
import { elasticacheEncrypted } from "./elasticache-encrypted";

export const elasticacheRules: readonly Rule[] = [elasticacheAuth, elasticacheEncrypted];
