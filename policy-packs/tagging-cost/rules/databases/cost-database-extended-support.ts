import { z } from "zod";
import { lastDayOfStandardSupport, today } from "../../../../prices/support";
import { resourceRule } from "../../../core/rule";

/** No database pays for its age. */
export const costDatabaseExtendedSupport = resourceRule({
  name: "cost-database-extended-support",
  title: "A database runs a version under standard support.",
  severity: "medium",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster"],
  parameters: z.object({
    daysBefore: z.number().int().nonnegative().default(0).describe("How many days before the end it is reported."),
    today: z.iso.date().optional().describe("Day of which it is asked. Default: today."),
  }),
  controls: {},
  remediationSteps:
    "Upgrade engineVersion to a major version under standard support; a blue/green deployment makes that short.",
  docs: {
    why: "After standard support AWS charges about 0.10 USD an hour for each vCPU on top: a db.t3.large then costs more than twice as much.",
    good: {
      "aws:rds/instance:Instance": { engine: "mysql", engineVersion: "8.4" },
      "aws:rds/cluster:Cluster": { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.10.0" },
      "aws:rds/globalCluster:GlobalCluster": { engine: "aurora-postgresql", engineVersion: "17.5" },
    },
  },
  check({ props }, report, { daysBefore, today: day = today() }) {
    const { engine, engineVersion } = props;
    // Without a version RDS takes a current one.
    if (engine === undefined || engineVersion === undefined) return;
    const lastDay = lastDayOfStandardSupport(engine, engineVersion);
    const soon = new Date(Date.parse(day) + daysBefore * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    if (lastDay === undefined || lastDay >= soon) return;
    const verb = lastDay < day ? "ended" : "ends";
    report(`standard support of the version ${verb} on ${lastDay}: upgrade engineVersion to a newer major version`);
  },
});
