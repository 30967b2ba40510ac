import type { Rule } from "../../../core/rule";
import { opensearchHa } from "./opensearch-ha";

export const opensearchRules: readonly Rule[] = [opensearchHa];
