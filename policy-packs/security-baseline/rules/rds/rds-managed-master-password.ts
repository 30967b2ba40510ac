import { isCopy } from "../../../core/databases";
import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

/** AWS makes, keeps and rotates the master password. */
export const rdsManagedMasterPassword = resourceRule({
  name: "rds-managed-master-password",
  title: "The master password of a database is managed in Secrets Manager, not given.",
  severity: "high",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
  ],
  controls: {},
  remediationSteps:
    "Set manageMasterUserPassword (Redshift: manageMasterPassword) to true and remove the password; programs read the secret, or sign in with IAM.",
  docs: {
    why: "A password that somebody passes in is known to them, to the pipeline and to the state, and is never changed.",
    good: {
      "aws:rds/instance:Instance": { username: "postgres", manageMasterUserPassword: true },
      "aws:rds/cluster:Cluster": { masterUsername: "postgres", manageMasterUserPassword: true },
      "aws:docdb/cluster:Cluster": { masterUsername: "docdb", manageMasterUserPassword: true },
      "aws:redshift/cluster:Cluster": { masterUsername: "awsuser", manageMasterPassword: true },
    },
  },
  check({ type, props }, report) {
    const manage = type === "aws:redshift/cluster:Cluster" ? "manageMasterPassword" : "manageMasterUserPassword";
    const database: Readonly<Record<string, unknown>> = props;
    const given = passwords.find((password) => isSet(database, password));
    if (given) report(`the master password is given: remove ${given} and set ${manage} to true`);
    // A copy, and the second cluster of a global one, has the password of its source.
    else if (database[manage] !== true && !isCopy(database) && !isSet(database, "globalClusterIdentifier")) {
      report(`the master password is not managed: set ${manage} to true`);
    }
  },
});

/** A write-only password is not in the provider's state, but in Pulumi's, and somebody has to know it all the same. */
const passwords = ["password", "passwordWo", "masterPassword", "masterPasswordWo"];
