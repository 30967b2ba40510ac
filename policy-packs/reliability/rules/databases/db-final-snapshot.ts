import { z } from "zod";
import { isReplica } from "../../../core/databases";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

/** A deleted database leaves a snapshot. */
export const dbFinalSnapshot = resourceRule({
  name: "db-final-snapshot",
  title: "A database is not deleted without a last snapshot.",
  severity: "high",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
  ],
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps:
    "Set skipFinalSnapshot to false or leave it out, and finalSnapshotIdentifier to the snapshot's name.",
  docs: {
    why: "Automatic backups go with their database: without a last snapshot, deleting the wrong one cannot be undone.",
    good: {
      "aws:rds/instance:Instance": { skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final" },
      "aws:rds/cluster:Cluster": { skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final" },
      "aws:docdb/cluster:Cluster": { skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final" },
      "aws:neptune/cluster:Cluster": { skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final" },
      "aws:redshift/cluster:Cluster": { skipFinalSnapshot: false, finalSnapshotIdentifier: "orders-final" },
    },
  },
  check({ urn, props: database }, report, parameters) {
    if (!isInStack(urn, parameters.stacks)) return;
    // The provider's default is false. RDS makes no last snapshot of a read replica.
    if (database.skipFinalSnapshot === true && !isReplica(database)) {
      report("the database is deleted without a last snapshot: set skipFinalSnapshot to false");
    }
  },
});
