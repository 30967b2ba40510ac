import { isSet } from "./unknown";

/** Where the data of a database comes from, as the types of RDS, DocumentDB, Neptune and Redshift call it. */
const origins = [
  "replicateSourceDb",
  "replicationSourceIdentifier",
  "restoreToPointInTime",
  "snapshotArn",
  "snapshotIdentifier",
  "sourceDbClusterIdentifier",
];

/** Whether a database is a replica or restored: it takes its encryption and its first password from where it comes from. */
export function isCopy(database: object): boolean {
  return origins.some((origin) => isSet(database as Record<string, unknown>, origin));
}

/** Whether an RDS instance is a read replica, which depends on its source for backups. */
export function isReplica(instance: object): boolean {
  return isSet(instance as Record<string, unknown>, "replicateSourceDb");
}
