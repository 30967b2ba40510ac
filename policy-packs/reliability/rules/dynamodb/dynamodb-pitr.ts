import { resourceRule } from "../../../core/rule";

/** Tables can be restored to any second of the last weeks. */
export const dynamodbPitr = resourceRule({
  name: "dynamodb-pitr",
  title: "A DynamoDB table can be restored to a point in time.",
  severity: "high",
  types: ["aws:dynamodb/table:Table"],
  controls: {
    soc2: ["CC7.4", "A1.1"],
    "nist-800-53-r5": ["CP-1", "CP-2(5)", "CP-6(2)", "CP-9", "CP-10", "CP-10(2)", "SC-5(2)", "SI-13(5)"],
    "pci-4.0": ["10.3.3", "10.5.1", "3.2.1", "3.3.1", "3.3.2", "3.3.3"],
  },
  remediationSteps: "Set pointInTimeRecovery.enabled to true.",
  docs: {
    why: "A program that writes nonsense spoils a table in minutes, and without recovery nothing brings the old items back.",
    good: { "aws:dynamodb/table:Table": { pointInTimeRecovery: { enabled: true } } },
  },
  check({ props: table }, report) {
    if (table.pointInTimeRecovery?.enabled !== true) {
      report("the table cannot be restored to a point in time: set pointInTimeRecovery.enabled to true");
    }
  },
  remediate({ props: table }) {
    table.pointInTimeRecovery ??= {};
    if (table.pointInTimeRecovery.enabled !== true) table.pointInTimeRecovery.enabled = true;
  },
});
