import type { Rule } from "../../../core/rule";
import { costLogRetentionMax } from "./cost-log-retention-max";
import { costOneManagementTrail } from "./cost-one-management-trail";

export const logRules: readonly Rule[] = [costLogRetentionMax, costOneManagementTrail];
