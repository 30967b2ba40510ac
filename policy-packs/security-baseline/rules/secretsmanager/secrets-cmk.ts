import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";

/** Secrets have a second lock. */
export const secretsCmk = resourceRule({
  name: "secrets-cmk",
  title: "A secret in Secrets Manager is encrypted with a key of one's own.",
  severity: "low",
  types: ["aws:secretsmanager/secret:Secret"],
  controls: {},
  remediationSteps: "Set kmsKeyId to the ARN of a key of your own.",
  docs: {
    why: "The key that AWS manages opens a secret to everyone in the account who may read it; another account can never be let in.",
    component: "EncryptionKey makes the key.",
    good: { "aws:secretsmanager/secret:Secret": { kmsKeyId: exampleKey } },
  },
  check({ props: secret }, report) {
    if (!namesOwnKey(secret, "kmsKeyId")) report("the secret is encrypted with AWS's own key: set kmsKeyId");
  },
});
