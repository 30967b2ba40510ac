import { describe, expect, it } from "vitest";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, state, step, updated } from "../../../support/steps";

const database = "aws:rds/instance:Instance";

/** Each with what keeps data and what does so less. */
describe.each<[string, string, object, object]>([
  ["protection-removed", database, { deletionProtection: true }, { deletionProtection: false }],
  ["protection-removed", database, { deletionProtection: true }, {}],
  ["protection-removed", database, { deletionProtection: true }, { deletionProtection: { $: "unknown" } }],
  ["protection-removed", database, {}, { skipFinalSnapshot: true }],
  ["protection-removed", database, { deleteAutomatedBackups: false }, {}],
  [
    "protection-removed",
    "aws:cognito/userPool:UserPool",
    { deletionProtection: "ACTIVE" },
    { deletionProtection: "INACTIVE" },
  ],
  ["protection-removed", "aws:s3/bucket:Bucket", { forceDestroy: false }, { forceDestroy: true }],
  ["backups-stopped", database, { backupRetentionPeriod: 7 }, { backupRetentionPeriod: 0 }],
  [
    "backups-stopped",
    "aws:dynamodb/table:Table",
    { pointInTimeRecovery: { enabled: true } },
    { pointInTimeRecovery: { enabled: false } },
  ],
  [
    "backups-stopped",
    "aws:efs/backupPolicy:BackupPolicy",
    { backupPolicy: { status: "ENABLED" } },
    { backupPolicy: { status: "DISABLED" } },
  ],
  ["backups-shortened", database, { backupRetentionPeriod: 7 }, { backupRetentionPeriod: 1 }],
  ["recovery-shortened", "aws:kms/key:Key", {}, { deletionWindowInDays: 7 }],
  ["recovery-shortened", "aws:secretsmanager/secret:Secret", { recoveryWindowInDays: 30 }, { recoveryWindowInDays: 0 }],
  ["retention-shortened", "aws:cloudwatch/logGroup:LogGroup", {}, { retentionInDays: 30 }],
  ["retention-shortened", "aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 0 }, { retentionInDays: 365 }],
  ["retention-shortened", "aws:sqs/queue:Queue", {}, { messageRetentionSeconds: 60 }],
  [
    "versioning-suspended",
    "aws:s3/bucketVersioning:BucketVersioning",
    { versioningConfiguration: { status: "Enabled" } },
    { versioningConfiguration: { status: "Suspended" } },
  ],
  ["key-disabled", "aws:kms/key:Key", {}, { isEnabled: false }],
  [
    "volumes-deleted-with-claims",
    "kubernetes:core/v1:PersistentVolume",
    { spec: {} },
    { spec: { persistentVolumeReclaimPolicy: "Delete" } },
  ],
  ["volumes-deleted-with-claims", "kubernetes:storage.k8s.io/v1:StorageClass", { reclaimPolicy: "Retain" }, {}],
  [
    "volumes-deleted-with-claims",
    "kubernetes:apps/v1:StatefulSet",
    { spec: {} },
    { spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } } },
  ],
])("%s of %s", (id, type, before, after) => {
  it(`is told from ${JSON.stringify(before)} to ${JSON.stringify(after)}, and not the other way`, () => {
    expect(idsOf(updated(type, before, after))).toEqual([id]);
    expect(idsOf(updated(type, after, before))).toEqual([]);
    expect(idsOf(created(type, after))).not.toContain(id);
  });
});

it("says so with the property, before and after", () => {
  expect(saidOf(updated(database, { deletionProtection: true }, { deletionProtection: false }))).toEqual([
    "protection-removed: subject loses a protection against being deleted",
  ]);
});

it("knows the engine's own protection", () => {
  const change = (before: boolean, after: boolean) =>
    step({ type: database, old: state({}, { protect: before }), new: state({}, { protect: after }) });
  expect(idsOf(change(true, false))).toEqual(["protection-removed"]);
  expect(idsOf(change(false, true))).toEqual([]);
});

it.each([
  [deleted("aws:s3/bucketVersioning:BucketVersioning"), ["versioning-suspended"]],
  [deleted("aws:backup/plan:Plan"), ["backups-stopped"]],
  [deleted("kubernetes:helm.sh/v3:Release"), ["release-deleted"]],
  [deleted("kubernetes:postgresql.cnpg.io/v1:Cluster"), ["custom-deleted"]],
  [deleted("kubernetes:networking.k8s.io/v1:NetworkPolicy"), []],
  [updated("aws:ecr/lifecyclePolicy:LifecyclePolicy", { policy: "a" }, { policy: "b" }), ["expiry-changed"]],
  [deleted("aws:ecr/lifecyclePolicy:LifecyclePolicy"), []],
])("tells what is no longer saved, or deleted by age (%#)", (one, ids) => {
  expect(idsOf(one)).toEqual(ids);
});
