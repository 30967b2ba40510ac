import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

const table = "aws:dynamodb/table:Table";
const userPool = "aws:cognito/userPool:UserPool";

/** AWS refuses to delete what holds data. */
export const dbDeletionProtection = resourceRule({
  name: "db-deletion-protection",
  title: "A database, table or user pool is protected from deletion.",
  severity: "high",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    table,
    userPool,
  ],
  parameters: z.object({ stacks }),
  controls: {
    soc2: ["C1.1"],
    "nist-800-53-r5": ["CA-7(4)", "CM-3", "CP-1", "CP-2", "CP-2(5)", "SA-15", "SC-5(2)", "SC-22", "SI-13(5)"],
  },
  remediationSteps:
    "Set deletionProtection to true (a DynamoDB table: deletionProtectionEnabled to true; a Cognito user pool: deletionProtection to ACTIVE).",
  docs: {
    why: "One wrong command, or a replacement that nobody noticed in a preview, deletes the data of every customer.",
    good: {
      "aws:rds/instance:Instance": { deletionProtection: true },
      "aws:rds/cluster:Cluster": { deletionProtection: true },
      "aws:docdb/cluster:Cluster": { deletionProtection: true },
      "aws:neptune/cluster:Cluster": { deletionProtection: true },
      [table]: { deletionProtectionEnabled: true },
      [userPool]: { deletionProtection: "ACTIVE" },
    },
  },
  check({ type, urn, props }, report, parameters) {
    const { property, on } = protectionOf(type);
    const resource: Readonly<Record<string, unknown>> = props;
    if (isInStack(urn, parameters.stacks) && resource[property] !== on) {
      report(`it can be deleted: set ${property} to ${on}`);
    }
  },
  remediate({ type, urn, props }, parameters) {
    const { property, on } = protectionOf(type);
    const resource: Record<string, unknown> = props;
    if (isInStack(urn, parameters.stacks) && resource[property] !== on) resource[property] = on;
  },
});

/** What turns protection on. */
function protectionOf(type: string): { property: string; on: true | "ACTIVE" } {
  if (type === table) return { property: "deletionProtectionEnabled", on: true };
  return { property: "deletionProtection", on: type === userPool ? "ACTIVE" : true };
}
