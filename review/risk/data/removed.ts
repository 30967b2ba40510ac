import type { Judge } from "../judge";
import type { RiskId } from "../table";

/** Things that keep nothing themselves but save, keep or expire what others hold, with what their coming or going means. */
const gone: Readonly<Record<string, { readonly id: RiskId; readonly says: string }>> = {
  "aws:s3/bucketVersioning:BucketVersioning": {
    id: "versioning-suspended",
    says: "the bucket no longer keeps what is overwritten or deleted",
  },
  "aws:s3/bucketVersioningV2:BucketVersioningV2": {
    id: "versioning-suspended",
    says: "the bucket no longer keeps what is overwritten or deleted",
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    id: "protection-removed",
    says: "new objects are no longer locked",
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
    id: "backups-stopped",
    says: "the bucket is no longer copied to another",
  },
  "aws:efs/backupPolicy:BackupPolicy": { id: "backups-stopped", says: "the file system is no longer backed up" },
  "aws:efs/replicationConfiguration:ReplicationConfiguration": {
    id: "backups-stopped",
    says: "the file system is no longer copied to another",
  },
  "aws:backup/plan:Plan": { id: "backups-stopped", says: "what it selects is no longer backed up" },
  "aws:backup/selection:Selection": { id: "backups-stopped", says: "what it selects is no longer backed up" },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    id: "protection-removed",
    says: "backups can be deleted before their time",
  },
  "aws:dynamodb/tableReplica:TableReplica": {
    id: "backups-stopped",
    says: "the table has no copy in that region any more",
  },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    id: "backups-stopped",
    says: "backups are no longer copied to another region",
  },
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": {
    id: "backups-stopped",
    says: "what it targets gets no snapshots any more",
  },
  "kubernetes:helm.sh/v3:Release": { id: "release-deleted", says: "everything that its chart made is deleted" },
  "kubernetes:helm.sh/v4:Chart": { id: "release-deleted", says: "everything that its chart made is deleted" },
};

const expiring: readonly string[] = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy",
];

/** What a change no longer saves, or begins to delete by age. */
export const removed: Judge = ({ op, type, name, diff }) => {
  const rule = gone[type];
  if (op === "delete" && rule !== undefined) return [{ id: rule.id, summary: `${name} is deleted: ${rule.says}` }];
  if (op === "delete" && isCustom(type)) {
    return [{ id: "custom-deleted", summary: `${name} is deleted, and what its operator made for it with it` }];
  }
  if ((op === "create" || op === "update") && expiring.includes(type)) {
    const paths = diff.map(({ path }) => path).filter((path) => !/^tags/.test(path));
    if (paths.length === 0) return [];
    return [{ id: "expiry-changed", summary: `${name} says what is deleted by age`, properties: paths }];
  }
  return [];
};

/** Whether a kind is no part of Kubernetes or of its provider: what stands behind its objects, only its operator knows. */
const isCustom = (type: string): boolean =>
  /^kubernetes:[^:/]+\.[^:/]+\/v\d\w*:/.test(type) && !/^kubernetes:([^:/]+\.k8s\.io|helm\.sh|yaml)\//.test(type);
