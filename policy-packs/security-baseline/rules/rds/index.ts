import type { Rule } from "../../../core/rule";
import { rdsCaCurrent } from "./rds-ca-current";
import { rdsForceTls } from "./rds-force-tls";
import { rdsIamAuth } from "./rds-iam-auth";
import { rdsLogExports } from "./rds-log-exports";
import { rdsManagedMasterPassword } from "./rds-managed-master-password";
import { rdsNotPublic } from "./rds-not-public";
import { rdsPerformanceInsightsEncrypted } from "./rds-performance-insights-encrypted";
import { rdsStorageEncrypted } from "./rds-storage-encrypted";

export const rdsRules: readonly Rule[] = [
  rdsCaCurrent,
  rdsForceTls,
  rdsIamAuth,
  rdsLogExports,
  rdsManagedMasterPassword,
  rdsNotPublic,
  rdsPerformanceInsightsEncrypted,
  rdsStorageEncrypted,
];
