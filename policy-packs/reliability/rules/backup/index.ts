import type { Rule } from "../../../core/rule";
import { backupVaultHardened } from "./backup-vault-hardened";

export const backupRules: readonly Rule[] = [backupVaultHardened];
