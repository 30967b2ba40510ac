import type { Review } from "../../../review/model/schema";
import { database } from "./urns";

/** Findings of every state. */
export function findings(): Pick<Review, "findings" | "fixed" | "notEvaluated" | "exceptions" | "remediations"> {
  const finding = { pack: "reliability", severity: "high", urn: database, stack: "prod-data" };
  return {
    findings: [
      {
        ...finding,
        rule: "rds-deletion-protection",
        level: "mandatory",
        message: "set deletionProtection, or one delete ends the database",
        state: "new",
      },
      {
        ...finding,
        rule: "rds-multi-az",
        level: "advisory",
        severity: "medium",
        message: "set multiAz, or it is down while its zone is",
        state: "existing",
      },
      {
        ...{ ...finding, rule: "s3-no-public-policy", level: "advisory", pack: "security", state: "excepted" },
        message: "name who may read, or everybody may",
        exception: {
          owner: "team-billing",
          reason: "the price list is public",
          ticket: "BILL-42",
          expires: "2026-12-04",
          daysLeft: 9,
        },
      },
    ],
    fixed: [
      { ...finding, rule: "rds-backup-retention", level: "mandatory", message: "keep backups for 7 days or more" },
    ],
    notEvaluated: [{ rule: "rds-logging", stack: "prod-data", resources: 1 }],
    exceptions: [
      {
        position: 3,
        rule: "vpc-flow-logs",
        resource: "*",
        owner: "platform-team",
        expires: "2026-11-20",
        state: "refused",
      },
    ],
    remediations: [{ rule: "s3-tls-only", stack: "prod-data", urn: database, paths: ["policy"] }],
  };
}
