import { resourceRule } from "../../../core/rule";

/** People and programs sign in to databases with IAM. */
export const rdsIamAuth = resourceRule({
  name: "rds-iam-auth",
  title: "An RDS or Neptune database whose engine can authenticates with IAM.",
  severity: "medium",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:neptune/cluster:Cluster"],
  controls: {
    "pci-4.0": ["7.2.1", "7.2.2", "7.2.5", "7.3.1", "7.3.2", "7.3.3", "8.2.7", "8.2.8", "8.3.4"],
  },
  remediationSteps: "Set iamDatabaseAuthenticationEnabled to true.",
  docs: {
    why: "Passwords of databases are shared and live for years; an IAM token names who signs in and expires after 15 minutes.",
    good: {
      "aws:rds/instance:Instance": { engine: "postgres", iamDatabaseAuthenticationEnabled: true },
      "aws:rds/cluster:Cluster": { engine: "aurora-mysql", iamDatabaseAuthenticationEnabled: true },
      "aws:neptune/cluster:Cluster": { iamDatabaseAuthenticationEnabled: true },
    },
  },
  check({ props: database }, report) {
    if (database.iamDatabaseAuthenticationEnabled === true || !canUseIam(database)) return;
    report("the database does not authenticate with IAM: set iamDatabaseAuthenticationEnabled to true");
  },
});

/**
 * Oracle, SQL Server and Db2 cannot, MariaDB can from 10.6 on.
 * Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.IamDatabaseAuthentication.html
 */
function canUseIam({ engine = "", engineVersion }: { readonly engine?: string; readonly engineVersion?: string }) {
  if (/oracle|sqlserver|db2/.test(engine)) return false;
  if (engine !== "mariadb" || engineVersion === undefined) return true;
  const [major = 0, minor] = engineVersion.split(".").map(Number);
  return major > 10 || (major === 10 && (minor ?? 6) >= 6);
}
