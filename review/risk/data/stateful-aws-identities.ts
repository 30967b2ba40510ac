import { always, either, emptyFirst, guard, recovery } from "./savings";
import type { Stateful } from "./stateful";

const aws = "https://docs.aws.amazon.com";
const kms: Stateful = {
  lost: "what is encrypted with the key can never be read again",
  saves: [recovery("deletionWindowInDays", 30)],
  source: `${aws}/kms/latest/developerguide/deleting-keys.html`,
};
const replicated: Stateful = {
  lost: "the key's replica goes, and its region can no longer read what it encrypted",
  saves: [recovery("deletionWindowInDays", 30), always("the primary key stays")],
  source: kms.source,
};

/** Keys, secrets and identities, and what others know by its name. */
export const awsIdentities: Readonly<Record<string, Stateful>> = {
  "aws:kms/key:Key": kms,
  "aws:kms/externalKey:ExternalKey": kms,
  "aws:kms/replicaKey:ReplicaKey": replicated,
  "aws:kms/replicaExternalKey:ReplicaExternalKey": replicated,
  "aws:cloudhsmv2/cluster:Cluster": {
    lost: "the keys in it are lost",
    saves: [always("its backups stay for as long as they are kept")],
    source: `${aws}/cloudhsm/latest/APIReference/API_DeleteCluster.html`,
  },
  "aws:secretsmanager/secret:Secret": {
    lost: "the secret is lost, with all versions",
    saves: [recovery("recoveryWindowInDays", 30)],
    source: `${aws}/secretsmanager/latest/userguide/manage_delete-secret.html`,
  },
  "aws:cognito/userPool:UserPool": {
    lost: "every user in it is lost, with passwords and groups",
    saves: [guard("deletionProtection", "ACTIVE")],
    source: `${aws}/cognito/latest/developerguide/user-pool-settings-deletion-protection.html`,
  },
  "aws:cognito/identityPool:IdentityPool": {
    lost: "every identity in it is lost: the same user gets another id",
    saves: [],
    source: `${aws}/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html`,
  },
  "aws:directoryservice/directory:Directory": {
    lost: "every user, group and computer in it is lost",
    saves: [always("its snapshots are deleted with it")],
    source: `${aws}/directoryservice/latest/devguide/API_DeleteDirectory.html`,
  },
  "aws:acmpca/certificateAuthority:CertificateAuthority": {
    lost: "what it issued can no longer be renewed or revoked",
    saves: [recovery("permanentDeletionTimeInDays", 30)],
    source: `${aws}/privateca/latest/userguide/PCADeleteCA.html`,
  },
  "aws:organizations/account:Account": {
    lost: "the account leaves the organization, with everything in it",
    saves: [
      either(
        "closeOnDeletion",
        true,
        "it is closed: closeOnDeletion is on; it can be reopened for 90 days",
        "it lives on by itself: closeOnDeletion is off",
      ),
    ],
    source: `${aws}/organizations/latest/userguide/orgs_manage_accounts_close.html`,
  },
  "aws:route53/zone:Zone": {
    lost: "every record in it is lost, and a new zone has other name servers",
    saves: [emptyFirst("forceDestroy")],
    source: `${aws}/Route53/latest/DeveloperGuide/DeleteHostedZone.html`,
  },
  "aws:eks/cluster:Cluster": {
    lost: "every object in the cluster is lost (etcd), and its volumes have no owner",
    saves: [guard("deletionProtection")],
    source: `${aws}/eks/latest/userguide/delete-cluster.html`,
  },
  "aws:codecommit/repository:Repository": {
    lost: "the repository is lost, with its history",
    saves: [],
    source: `${aws}/codecommit/latest/userguide/how-to-delete-repository.html`,
  },
};
