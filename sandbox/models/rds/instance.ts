import { text } from "../../values";
import type { Model } from "../model";

/**
 * What replaces a database and what it is called; of what RDS refuses, nothing yet.
 *
 * `identifier` is not among what replaces it: later versions of the provider rename the instance.
 */
export const dbInstance: Model = {
  type: "aws:rds/instance:Instance",
  schema: "internal/service/rds/instance.go",
  tagged: true,
  autoName: { property: "identifier", maxLength: 63, lowerCase: true },
  defaults: {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    monitoringInterval: 0,
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    skipFinalSnapshot: false,
  },
  immutable: [
    "availabilityZone",
    "characterSetName",
    "customIamInstanceProfile",
    "dbName",
    "engine",
    "kmsKeyId",
    "ncharCharacterSetName",
    "restoreToPointInTime",
    "snapshotIdentifier",
    "storageEncrypted",
    "timezone",
    "username",
  ],
  id: ({ digits }) => `db-${digits.slice(0, 26).toUpperCase()}`,
  computed: {
    arn: ({ scope, inputs }) => scope.arn("rds", `db:${text(inputs, "identifier")}`),
    resourceId: ({ id }) => id,
    status: () => "available",
  },
};
