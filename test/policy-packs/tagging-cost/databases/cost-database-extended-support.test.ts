import { costDatabaseExtendedSupport } from "../../../../policy-packs/tagging-cost/rules/databases/cost-database-extended-support";
import { testRule } from "../../../support/rule";

const today = "2026-11-25";
const configuration = { today };
const version = (engine: string, engineVersion: string) => ({ set: { engine, engineVersion }, configuration });

testRule(costDatabaseExtendedSupport, {
  bad: {
    "MySQL 8.0": version("mysql", "8.0.36"),
    "MySQL 5.7": version("mysql", "5.7"),
    "PostgreSQL 13": version("postgres", "13.4"),
    "Aurora MySQL 2": { of: "aws:rds/cluster:Cluster", ...version("aurora-mysql", "5.7.mysql_aurora.2.11.2") },
    "Aurora PostgreSQL 12": { of: "aws:rds/globalCluster:GlobalCluster", ...version("aurora-postgresql", "12") },
    "a version that ends soon": {
      set: { engine: "mysql", engineVersion: "8.0" },
      configuration: { today: "2026-07-01", daysBefore: 60 },
    },
    "the day after": { set: { engine: "mysql", engineVersion: "8.0" }, configuration: { today: "2026-08-01" } },
  },
  good: {
    "the last day": { set: { engine: "mysql", engineVersion: "8.0" }, configuration: { today: "2026-07-31" } },
    "a version of RDS's choice": { unset: ["engineVersion"], configuration },
    "an engine without extended support": version("mariadb", "10.6"),
    "a version that is not known here": version("postgres", "18"),
    "a version that begins alike": version("postgres", "130"),
    "Aurora MySQL 3": { of: "aws:rds/cluster:Cluster", ...version("aurora-mysql", "8.0.mysql_aurora.3.08.0") },
  },
  unknown: ["engine", "engineVersion"],
});
