import type { Rule } from "../../../core/rule";
import { dbBackupRetention } from "./db-backup-retention";
import { dbDeletionProtection } from "./db-deletion-protection";
import { dbFinalSnapshot } from "./db-final-snapshot";
import { rdsAutoMinorUpgrade } from "./rds-auto-minor-upgrade";
import { rdsMultiAz } from "./rds-multi-az";

export const databaseRules: readonly Rule[] = [
  dbBackupRetention,
  dbDeletionProtection,
  dbFinalSnapshot,
  rdsAutoMinorUpgrade,
  rdsMultiAz,
];
