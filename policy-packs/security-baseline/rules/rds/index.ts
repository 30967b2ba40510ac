import type { Rule } from "../../../core/rule";
import { rdsIamAuth } from "./rds-iam-auth";
import { rdsLogExports } from "./rds-log-exports";
import { rdsManagedMasterPassword } from "./rds-managed-master-password";
import { rdsNotPublic } from "./rds-not-public";
import { rdsStorageEncrypted } from "./rds-storage-encrypted";

export const rdsRules: readonly Rule[] = [
  rdsIamAuth,
  rdsLogExports,
  rdsManagedMasterPassword,
  rdsNotPublic,
  rdsStorageEncrypted,
];
