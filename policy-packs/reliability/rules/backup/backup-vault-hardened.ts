import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isSet } from "../../../core/unknown";

const lock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

/** Backups have a key of one's own, and locks that hold. */
export const backupVaultHardened = resourceRule({
  name: "backup-vault-hardened",
  title: "A backup vault has a KMS key of its own, and its lock keeps backups for some time.",
  severity: "medium",
  types: ["aws:backup/vault:Vault", lock],
  parameters: z.object({
    minimumLockDays: z.int().min(1).default(1).describe("How many days a lock keeps every backup at least"),
  }),
  controls: {
    soc2: ["PI1.5"],
    "iso27001-2022": ["A.8.24"],
  },
  remediationSteps: "Set kmsKeyArn to the ARN of a key of your own, and minRetentionDays of the vault's lock.",
  docs: {
    why: "Whoever takes over an account deletes its backups first: a lock refuses that, and a key of your own keeps copies unreadable.",
    component: "EncryptionKey makes the key.",
    good: {
      "aws:backup/vault:Vault": {
        kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      },
      [lock]: { backupVaultName: "orders", minRetentionDays: 7 },
    },
  },
  check(resource, report, { minimumLockDays }) {
    if (resource.type === lock) {
      if ((resource.props.minRetentionDays ?? 0) < minimumLockDays) {
        report(`the lock lets backups be deleted at once: set minRetentionDays to ${minimumLockDays} or more`);
      }
    } else if (!isSet(resource.props, "kmsKeyArn")) {
      report("the vault is encrypted with AWS's own key: set kmsKeyArn");
    }
  },
});
