import { rdsManagedMasterPassword } from "../../../../policy-packs/security-baseline/rules/rds/rds-managed-master-password";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const cluster = "aws:rds/cluster:Cluster";
const docdb = "aws:docdb/cluster:Cluster";
const redshift = "aws:redshift/cluster:Cluster";

testRule(rdsManagedMasterPassword, {
  bad: {
    "an instance without": { unset: ["manageMasterUserPassword"] },
    "an instance that says no": { set: { manageMasterUserPassword: false } },
    "a given password": { unset: ["manageMasterUserPassword"], set: { password: "example" } },
    "a password that is not known yet": { unset: ["manageMasterUserPassword"], set: { password: unknown } },
    "a write-only password": { unset: ["manageMasterUserPassword"], set: { passwordWo: "example" } },
    "a given password of a copy": { props: { snapshotIdentifier: "orders", password: "example" } },
    "a given password of a cluster": { of: cluster, props: { masterPassword: "example" } },
    "a cluster without": { of: cluster, props: {} },
    "a given password of DocumentDB": { of: docdb, props: { masterPassword: "example" } },
    "a given password of Redshift": { of: redshift, props: { masterPassword: "example" } },
    "Redshift with the property of RDS": { of: redshift, props: { manageMasterUserPassword: true } },
  },
  good: {
    "a replica": { props: { replicateSourceDb: "orders" } },
    "a cluster from a snapshot": { of: cluster, props: { snapshotIdentifier: "orders" } },
    "the second cluster of a global one": { of: docdb, props: { globalClusterIdentifier: "orders" } },
    "Redshift from a snapshot": { of: redshift, props: { snapshotArn: "arn" } },
  },
  unknown: ["manageMasterUserPassword"],
});
