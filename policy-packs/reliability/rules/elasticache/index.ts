import type { Rule } from "../../../core/rule";
import { elasticacheBackup } from "./elasticache-backup";
import { elasticacheHa } from "./elasticache-ha";

export const elasticacheRules: readonly Rule[] = [elasticacheBackup, elasticacheHa];
