import type { RiskRow } from "../table";

const stateful = "Types that hold data: see the list below.";
const deletion = "https://www.pulumi.com/docs/iac/concepts/options/";

/** Risks for data, the worst first. */
export const dataRows = {
  "stateful-deleted": {
    level: "critical",
    title: "Something that holds data is deleted.",
    why: "What is deleted with it cannot be brought back by a further change.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "stateful-replaced": {
    level: "critical",
    title: "Something that holds data is replaced.",
    why: "The new one is empty, and the old one is deleted with what it holds.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "transient-deleted": {
    level: "high",
    title: "Something that holds data for a while, or copies of data, is deleted.",
    why: "Messages, logs, caches and images are lost, which somebody may still wait for or need.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "transient-replaced": {
    level: "high",
    title: "Something that holds data for a while, or copies of data, is replaced.",
    why: "The new one is empty: messages, logs, caches and images of the old one are lost.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "stateful-left": {
    level: "medium",
    title: "Something that holds data leaves the state and stays in the cloud.",
    why: "Nobody manages or pays attention to it any more; where it is replaced, the new one is empty.",
    source: `${deletion}retainondelete/`,
    judges: `${stateful} With the option retainOnDelete.`,
  },
  "key-disabled": {
    level: "critical",
    title: "A KMS key is disabled.",
    why: "Nothing that is encrypted with it can be read until it is enabled again: databases, volumes, secrets.",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html",
    judges: "isEnabled and enabled of KMS keys.",
  },
  "protection-removed": {
    level: "high",
    title: "What kept data from being deleted is taken away.",
    why: "The next change, or a mistake by hand, can delete the data without being stopped.",
    source: `${deletion}protect/`,
    judges:
      "protect and retainOnDelete of everything; deletionProtection, terminationProtectionEnabled, skipFinalSnapshot, skipFinalBackup, forceDestroy, forceDelete, deleteAutomatedBackups and their like, wherever a type has them; locks of objects and backups.",
  },
  "backups-stopped": {
    level: "high",
    title: "Something is no longer backed up or copied.",
    why: "What is deleted or broken from now on cannot be restored, and existing automated backups may go at once.",
    source:
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
    judges:
      "Retention of backups set to 0, point-in-time recovery, backup policies, plans and selections, replication.",
  },
  "versioning-suspended": {
    level: "high",
    title: "A bucket no longer keeps versions.",
    why: "What is overwritten or deleted from now on is gone.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/manage-versioning-examples.html",
    judges: "Versioning of S3 buckets.",
  },
  "volumes-deleted-with-claims": {
    level: "high",
    title: "Volumes are deleted with their claims.",
    why: "Whoever deletes a claim, a namespace or a release deletes the disk, and there is no final snapshot.",
    source: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming",
    judges: "Reclaim policies of volumes and storage classes, persistentVolumeClaimRetentionPolicy of StatefulSets.",
  },
  "release-deleted": {
    level: "high",
    title: "A Helm release is deleted.",
    why: "What its chart made goes with it, also what holds data; a review cannot see which things these are.",
    source: "https://helm.sh/docs/helm/helm_uninstall/",
    judges: "Helm releases and charts.",
  },
  "custom-deleted": {
    level: "medium",
    title: "A custom resource is deleted.",
    why: "Only its operator knows what goes with it: it may be a database.",
    source: "https://kubernetes.io/docs/concepts/extend-kubernetes/operator/",
    judges: "Objects of kinds that are no part of Kubernetes.",
  },
  "recovery-shortened": {
    level: "medium",
    title: "What is deleted can be brought back for a shorter time.",
    why: "A mistake has to be noticed earlier.",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
    judges: "recoveryWindowInDays, deletionWindowInDays and permanentDeletionTimeInDays.",
  },
  "backups-shortened": {
    level: "medium",
    title: "Backups are kept for a shorter time.",
    why: "Older ones are deleted at once, and a mistake has to be noticed earlier.",
    source:
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
    judges:
      "backupRetentionPeriod, snapshotRetentionLimit, automatedSnapshotRetentionPeriod, automaticBackupRetentionDays.",
  },
  "retention-shortened": {
    level: "medium",
    title: "Data is kept for a shorter time.",
    why: "What is older is deleted soon after, and cannot be brought back.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    judges: "Retention of log groups, streams, queues, Timestream tables and point-in-time recovery.",
  },
  "expiry-changed": {
    level: "medium",
    title: "What is deleted by age changes.",
    why: "Objects, versions or images that match are deleted within days, without a further change.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
    judges: "Lifecycles of S3 buckets and ECR repositories that are made or changed.",
  },
} as const satisfies Readonly<Record<string, RiskRow>>;
