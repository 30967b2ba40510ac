import type { Step } from "../../model/step";
import { isHidden, isUnknown, type Shown } from "../../model/values";
import type { Found, Judge } from "../judge";
import { type Moved, moved } from "../reading";
import type { RiskId } from "../table";
import { changeWords } from "../words";

/** A property that keeps data, whatever the type, with the value that it has where it is absent. */
interface Switch {
  readonly id: RiskId;
  readonly path: string;
  /** The value that keeps the data. */
  readonly keeps: Shown;
  readonly absent?: Shown;
}

const protections = [
  "deletionProtection",
  "deletionProtectionEnabled",
  "enableDeletionProtection",
  "disableApiTermination",
];
const destroyers = ["skipFinalSnapshot", "skipFinalBackup", "forceDestroy", "forceDelete", "closeOnDeletion"];

/** Names mean the same in all types of the provider that have them. */
const switches: readonly Switch[] = [
  ...protections.map((path) => ({ id: "protection-removed", path, keeps: true, absent: false }) as const),
  { id: "protection-removed", path: "deletionProtection", keeps: "ACTIVE", absent: "INACTIVE" },
  { id: "protection-removed", path: "terminationProtectionEnabled", keeps: true, absent: true },
  ...destroyers.map((path) => ({ id: "protection-removed", path, keeps: false, absent: false }) as const),
  { id: "protection-removed", path: "deleteAutomatedBackups", keeps: false, absent: true },
  { id: "protection-removed", path: "skipDestroy", keeps: true, absent: false },
  { id: "backups-stopped", path: "pointInTimeRecovery.enabled", keeps: true, absent: false },
  { id: "backups-stopped", path: "pointInTimeRecovery.status", keeps: "ENABLED", absent: "DISABLED" },
  { id: "backups-stopped", path: "backupPolicy.status", keeps: "ENABLED", absent: "DISABLED" },
  { id: "versioning-suspended", path: "versioningConfiguration.status", keeps: "Enabled" },
  { id: "versioning-suspended", path: "versioning.enabled", keeps: true, absent: false },
  { id: "key-disabled", path: "isEnabled", keeps: true, absent: true },
  { id: "key-disabled", path: "enabled", keeps: true },
  { id: "volumes-deleted-with-claims", path: "spec.persistentVolumeReclaimPolicy", keeps: "Retain", absent: "Retain" },
  { id: "volumes-deleted-with-claims", path: "reclaimPolicy", keeps: "Retain", absent: "Delete" },
  ...["whenDeleted", "whenScaled"].map(
    (when) =>
      ({
        id: "volumes-deleted-with-claims",
        path: `spec.persistentVolumeClaimRetentionPolicy.${when}`,
        keeps: "Retain",
        absent: "Retain",
      }) as const,
  ),
];

/** Types on which a name means what it says here; names that are missing mean it on all. */
const only: Readonly<Record<string, RegExp>> = {
  enabled: /^aws:kms\//,
  isEnabled: /^aws:kms\//,
  reclaimPolicy: /^kubernetes:storage\.k8s\.io\//,
};

const summaries: Partial<Record<RiskId, (name: string) => string>> = {
  "protection-removed": (name) => `${name} loses a protection against being deleted`,
  "backups-stopped": (name) => `${name} is no longer backed up`,
  "versioning-suspended": (name) => `${name} no longer keeps what is overwritten or deleted`,
  "key-disabled": (name) => `${name} is disabled: what is encrypted with it cannot be read`,
  "volumes-deleted-with-claims": (name) => `volumes of ${name} are deleted with their claims`,
};

/** Protection of data that a change takes away. */
export const guards: Judge = (step) => {
  if (step.op !== "update" && step.op !== "replace") return [];
  const found = switches.flatMap((one) => weakened(step, one) ?? []);
  return [...engineProtection(step), ...found];
};

function weakened(step: Step, { id, path, keeps, absent }: Switch): Found | undefined {
  if (only[path]?.test(step.type) === false) return undefined;
  const change = moved(step, path);
  if (change === undefined || (change.before ?? absent) !== keeps || (change.after ?? absent) === keeps)
    return undefined;
  return found(id, step, change);
}

function found(id: RiskId, { name }: Step, change: Moved): Found {
  const details = [changeWords(change), ...(isUnknown(change.after) ? ["not judged until it is known"] : [])];
  return { id, summary: summaries[id]?.(name) ?? name, details, properties: [change.path] };
}

/** What the engine itself keeps from being deleted. */
function engineProtection({ name, old, new: next }: Step): Found[] {
  return (["protect", "retainOnDelete"] as const).flatMap((option) =>
    old?.[option] && next?.[option] === false
      ? [
          {
            id: "protection-removed",
            summary: `${name} loses a protection against being deleted`,
            details: [`${option}: true → false`],
            properties: [option],
          },
        ]
      : [],
  );
}

/** How long something can be brought back or is kept, by property. */
interface Period {
  readonly id: RiskId;
  readonly path: string;
  /** Absent, it is as long as this. */
  readonly absent?: number;
  /** What 0 means, where it is not none. */
  readonly zero?: number;
}

const forever = Number.POSITIVE_INFINITY;
const periods: readonly Period[] = [
  { id: "recovery-shortened", path: "recoveryWindowInDays", absent: 30 },
  { id: "recovery-shortened", path: "deletionWindowInDays", absent: 30 },
  { id: "recovery-shortened", path: "permanentDeletionTimeInDays", absent: 30 },
  ...[
    "backupRetentionPeriod",
    "snapshotRetentionLimit",
    "automatedSnapshotRetentionPeriod",
    "automaticBackupRetentionDays",
  ].map((path) => ({ id: "backups-shortened", path }) as const),
  { id: "retention-shortened", path: "retentionInDays", absent: forever, zero: forever },
  { id: "retention-shortened", path: "retentionPeriod" },
  { id: "retention-shortened", path: "messageRetentionSeconds", absent: 345_600 },
  { id: "retention-shortened", path: "retentionProperties.magneticStoreRetentionPeriodInDays" },
  { id: "retention-shortened", path: "pointInTimeRecovery.recoveryPeriodInDays", absent: 35 },
];

const shortened: Partial<Record<RiskId, (name: string) => string>> = {
  "recovery-shortened": (name) => `${name} can be brought back for a shorter time once it is deleted`,
  "backups-shortened": (name) => `backups of ${name} are kept for a shorter time`,
  "retention-shortened": (name) => `${name} keeps what is in it for a shorter time: older data goes at once`,
};

/** Periods that a change makes shorter. */
export const shorter: Judge = (step) =>
  step.op === "update" || step.op === "replace" ? periods.flatMap((period) => lowered(step, period) ?? []) : [];

function lowered(step: Step, { id, path, absent, zero = 0 }: Period): Found | undefined {
  const change = moved(step, path);
  if (change === undefined || isHidden(change.before)) return undefined;
  const length = (value: Shown | undefined) => (value === undefined ? absent : value === 0 ? zero : Number(value));
  const before = length(change.before);
  const after = isHidden(change.after) ? 0 : length(change.after);
  if (before === undefined || after === undefined || !(after < before)) return undefined;
  if (id === "backups-shortened" && after === 0 && !isHidden(change.after))
    return found("backups-stopped", step, change);
  const details = [changeWords(change), ...(isUnknown(change.after) ? ["not judged until it is known"] : [])];
  return { id, summary: shortened[id]?.(step.name) ?? step.name, details, properties: [path] };
}
