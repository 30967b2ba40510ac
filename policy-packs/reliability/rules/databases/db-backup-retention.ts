import { z } from "zod";
import { isReplica } from "../../../core/databases";
import { resourceRule } from "../../../core/rule";

const redshift = "aws:redshift/cluster:Cluster";

/** Databases can be restored to last week. */
export const dbBackupRetention = resourceRule({
  name: "db-backup-retention",
  title: "A database keeps its automatic backups long enough.",
  severity: "high",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    redshift,
  ],
  parameters: z.object({
    minimumDays: z
      .int()
      .min(1)
      .max(35)
      .default(5)
      .describe(
        "How many days at least: a mistake of a Friday is still found after a long weekend. Often 7, and 35 in production",
      ),
    redshiftMinimumDays: z.int().min(1).max(35).default(1).describe("The same of Redshift, whose default is a day"),
  }),
  controls: {
    soc2: ["CC7.4", "A1.1", "CC7.5"],
    "nist-800-53-r5": [
      ...["CP-1", "CP-2(5)", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "CP-10", "CP-10(2)", "SC-5(2)"],
      ...["SI-13(5)"],
    ],
    "pci-4.0": ["10.3.3", "10.5.1", "3.2.1", "3.3.1", "3.3.2", "3.3.3"],
  },
  remediationSteps:
    "Set backupRetentionPeriod (Redshift: automatedSnapshotRetentionPeriod) to the days that the data must be restorable for.",
  docs: {
    why: "What was deleted or garbled by mistake can be brought back only from a backup that is older than the mistake.",
    good: {
      "aws:rds/instance:Instance": { backupRetentionPeriod: 7 },
      "aws:rds/cluster:Cluster": { backupRetentionPeriod: 7 },
      "aws:docdb/cluster:Cluster": { backupRetentionPeriod: 7 },
      "aws:neptune/cluster:Cluster": { backupRetentionPeriod: 7 },
      [redshift]: { automatedSnapshotRetentionPeriod: 7 },
    },
  },
  check({ type, props }, report, parameters) {
    const { property, minimum } = retentionOf(type, parameters);
    if (isTooShort(props, property, minimum)) {
      report(`backups are kept too short: set ${property} to ${minimum} or more`);
    }
  },
  remediate({ type, props }, parameters) {
    const { property, minimum } = retentionOf(type, parameters);
    const database: Record<string, unknown> = props;
    if (isTooShort(props, property, minimum)) database[property] = minimum;
  },
});

function retentionOf(type: string, parameters: { minimumDays: number; redshiftMinimumDays: number }) {
  return type === redshift
    ? { property: "automatedSnapshotRetentionPeriod", minimum: parameters.redshiftMinimumDays }
    : { property: "backupRetentionPeriod", minimum: parameters.minimumDays };
}

/** AWS keeps a day where nothing is set. A read replica needs no backups of its own. */
function isTooShort(database: Readonly<Record<string, unknown>>, property: string, minimum: number): boolean {
  return !isReplica(database) && Number(database[property] ?? 1) < minimum;
}
