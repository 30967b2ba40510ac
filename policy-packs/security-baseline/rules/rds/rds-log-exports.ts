import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Databases send their logs to CloudWatch. */
export const rdsLogExports = resourceRule({
  name: "rds-log-exports",
  title: "An RDS, DocumentDB or Neptune database exports its logs to CloudWatch.",
  severity: "medium",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
  ],
  controls: {
    soc2: ["CC7.2", "CC7.3", "A1.1", "PI1.3"],
    "nist-800-53-r5": [
      ...["AC-2(4)", "AC-3(10)", "AC-4(26)", "AC-6(9)", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)"],
      ...["AU-6(6)", "AU-6(9)", "AU-8", "AU-10", "AU-12", "AU-12(1)", "AU-12(2)", "AU-12(3)", "AU-12(4)"],
      ...["AU-14", "AU-14(3)", "CA-7", "CM-5(1)", "IA-3(3)", "MA-4(1)", "PM-14", "PM-31", "SC-7(9)"],
      ...["SI-1", "SI-3(8)", "SI-4(2)", "SI-4(17)", "SI-4(20)", "SI-7(8)", "SI-10(1)"],
    ],
    "iso27001-2022": ["A.8.15"],
    "pci-4.0": ["10.2.1", "10.2.2", "10.3.1", "10.6.3", "5.3.4", "A1.2.1"],
  },
  remediationSteps:
    'Set enabledCloudwatchLogsExports to the engine\'s log types, e.g. ["postgresql"]; for DocumentDB to a list with "audit"; for Neptune enableCloudwatchLogsExports to a list with "audit".',
  docs: {
    why: "Logs that stay on the instance are gone after days or with it, and nobody can say who signed in or what was read.",
    good: {
      "aws:rds/instance:Instance": { engine: "mysql", enabledCloudwatchLogsExports: ["error", "slowquery"] },
      "aws:rds/cluster:Cluster": { engine: "aurora-postgresql", enabledCloudwatchLogsExports: ["postgresql"] },
      "aws:docdb/cluster:Cluster": { enabledCloudwatchLogsExports: ["audit", "profiler"] },
      "aws:neptune/cluster:Cluster": { enableCloudwatchLogsExports: ["audit"] },
    },
  },
  check(database, report) {
    // Which logs there are depends on the engine in RDS; the other two have an audit log, which is what is asked for.
    if (database.type === "aws:neptune/cluster:Cluster") {
      if (!database.props.enableCloudwatchLogsExports?.includes("audit")) {
        report('the audit log is not exported: set enableCloudwatchLogsExports to a list with "audit"');
      }
    } else if (database.type === "aws:docdb/cluster:Cluster") {
      if (!database.props.enabledCloudwatchLogsExports?.includes("audit")) {
        report('the audit log is not exported: set enabledCloudwatchLogsExports to a list with "audit"');
      }
    } else if (!isNonEmpty(database.props, "enabledCloudwatchLogsExports")) {
      report("no log is exported to CloudWatch: set enabledCloudwatchLogsExports to the engine's log types");
    }
  },
});
