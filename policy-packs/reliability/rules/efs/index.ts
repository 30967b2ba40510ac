import type { Rule } from "../../../core/rule";
import { efsMultiAzAndBackup } from "./efs-multi-az-and-backup";

export const efsRules: readonly Rule[] = [efsMultiAzAndBackup];
