import { rdsLogExports } from "../../../../policy-packs/security-baseline/rules/rds/rds-log-exports";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const cluster = "aws:rds/cluster:Cluster";
const docdb = "aws:docdb/cluster:Cluster";
const neptune = "aws:neptune/cluster:Cluster";

testRule(rdsLogExports, {
  bad: {
    "an instance that exports nothing": { unset: ["enabledCloudwatchLogsExports"] },
    "an instance with an empty list": { set: { enabledCloudwatchLogsExports: [] } },
    "a cluster that exports nothing": { of: cluster, unset: ["enabledCloudwatchLogsExports"] },
    "a cluster with an empty list": { of: cluster, set: { enabledCloudwatchLogsExports: [] } },
    "a DocumentDB cluster that exports nothing": { of: docdb, props: {} },
    "a DocumentDB cluster without its audit log": { of: docdb, set: { enabledCloudwatchLogsExports: ["profiler"] } },
    "a Neptune cluster that exports nothing": { of: neptune, props: {} },
    "a Neptune cluster with an empty list": { of: neptune, set: { enableCloudwatchLogsExports: [] } },
    "a Neptune cluster without its audit log": { of: neptune, set: { enableCloudwatchLogsExports: ["slowquery"] } },
  },
  good: {
    "one log": { set: { enabledCloudwatchLogsExports: ["error"] } },
    "logs that are not known yet": { set: { enabledCloudwatchLogsExports: unknown } },
    "DocumentDB's audit log alone": { of: docdb, set: { enabledCloudwatchLogsExports: ["audit"] } },
    "both logs of Neptune": { of: neptune, set: { enableCloudwatchLogsExports: ["slowquery", "audit"] } },
  },
});
