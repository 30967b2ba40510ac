import { rdsIamAuth } from "../../../../policy-packs/security-baseline/rules/rds/rds-iam-auth";
import { testRule } from "../../../support/rule";

const cluster = "aws:rds/cluster:Cluster";
const neptune = "aws:neptune/cluster:Cluster";
const off = { iamDatabaseAuthenticationEnabled: false };

testRule(rdsIamAuth, {
  bad: {
    "an instance left at RDS's default": { unset: ["iamDatabaseAuthenticationEnabled"] },
    "an instance without": { set: off },
    "an instance of an engine that is not named": { props: {} },
    "a MySQL instance": { props: { engine: "mysql", engineVersion: "8.0" } },
    "a MariaDB instance": { props: { engine: "mariadb" } },
    "a MariaDB 10.6 instance": { props: { engine: "mariadb", engineVersion: "10.6.20" } },
    "a MariaDB 11 instance": { props: { engine: "mariadb", engineVersion: "11" } },
    "a cluster without": { of: cluster, set: off },
    "a cluster left at RDS's default": { of: cluster, unset: ["iamDatabaseAuthenticationEnabled"] },
    "a Neptune cluster left at its default": { of: neptune, props: {} },
    "a Neptune cluster without": { of: neptune, set: off },
  },
  good: {
    "an Oracle instance": { props: { engine: "oracle-ee" } },
    "a custom SQL Server instance": { props: { engine: "custom-sqlserver-se", ...off } },
    "a Db2 instance": { props: { engine: "db2-se" } },
    "an old MariaDB instance": { props: { engine: "mariadb", engineVersion: "10.5.27" } },
  },
  unknown: ["iamDatabaseAuthenticationEnabled"],
});
