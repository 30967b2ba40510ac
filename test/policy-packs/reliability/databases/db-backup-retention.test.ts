import { dbBackupRetention } from "../../../../policy-packs/reliability/rules/databases/db-backup-retention";
import { testRule } from "../../../support/rule";

const redshift = "aws:redshift/cluster:Cluster";
const clusters = ["rds", "docdb", "neptune"].map((service) => `aws:${service}/cluster:Cluster`);
const short = Object.fromEntries(
  clusters.flatMap((of) => [
    [`${of} left at its default`, { of, unset: ["backupRetentionPeriod"] }],
    [`${of} with a day of backups`, { of, set: { backupRetentionPeriod: 1 } }],
  ]),
);

testRule(dbBackupRetention, {
  bad: {
    "an instance left at the default": { unset: ["backupRetentionPeriod"] },
    "an instance without backups": { set: { backupRetentionPeriod: 0 } },
    "an instance with too short ones": { set: { backupRetentionPeriod: 4 } },
    ...short,
    "Redshift without snapshots": { of: redshift, set: { automatedSnapshotRetentionPeriod: 0 } },
    "less than a team asks for": { set: { backupRetentionPeriod: 34 }, configuration: { minimumDays: 35 } },
    "less than a team asks of Redshift": {
      of: redshift,
      unset: ["automatedSnapshotRetentionPeriod"],
      configuration: { redshiftMinimumDays: 7 },
    },
  },
  good: {
    "five days": { set: { backupRetentionPeriod: 5 } },
    "a read replica": { props: { replicateSourceDb: "orders" } },
    "Redshift's default": { of: redshift, unset: ["automatedSnapshotRetentionPeriod"] },
    "less where a team asks for less": { set: { backupRetentionPeriod: 1 }, configuration: { minimumDays: 1 } },
  },
  unknown: ["backupRetentionPeriod"],
});
