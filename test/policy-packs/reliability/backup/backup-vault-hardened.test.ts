import { backupVaultHardened } from "../../../../policy-packs/reliability/rules/backup/backup-vault-hardened";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

testRule(backupVaultHardened, {
  bad: {
    "a vault with AWS's key": { unset: ["kmsKeyArn"] },
    "a lock that keeps nothing": { of: lock, unset: ["minRetentionDays"] },
    "a lock that only says when backups have to go": { of: lock, props: { maxRetentionDays: 30 } },
    "a lock that keeps too little": { of: lock, configuration: { minimumLockDays: 30 } },
  },
  good: {
    "a key made in the same deployment": { set: { kmsKeyArn: unknown } },
    "a lock of a day": { of: lock, set: { minRetentionDays: 1 } },
  },
});
