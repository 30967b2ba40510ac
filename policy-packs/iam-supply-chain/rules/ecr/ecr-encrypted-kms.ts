import { z } from "zod";
import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isSet, someKnown } from "../../../core/unknown";

/** Images have a second lock. */
export const ecrEncryptedKms = resourceRule({
  name: "ecr-encrypted-kms",
  title: "An ECR repository is encrypted with a KMS key.",
  severity: "low",
  types: ["aws:ecr/repository:Repository"],
  parameters: z.object({
    requireCustomerKey: z
      .boolean()
      .default(false)
      .describe("Whether the key has to be named, and not be the one that AWS manages in the account"),
  }),
  controls: {},
  remediationSteps:
    "Set encryptionConfigurations to [{ encryptionType: KMS, kmsKey }] with the ARN of a key of your own; it makes a new repository, to which the images have to be pushed.",
  docs: {
    why: "S3's keys, which ECR uses by itself, are outside the account: nobody can see or withdraw who has images decrypted.",
    component: "EncryptionKey makes the key.",
    good: {
      "aws:ecr/repository:Repository": { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: exampleKey }] },
    },
  },
  check({ props: { encryptionConfigurations: configurations } }, report, { requireCustomerKey }) {
    // AES256 is the default (internal/service/ecr/repository.go).
    const usesKms = someKnown(configurations, ({ encryptionType }) => /^KMS(_DSSE)?$/.test(encryptionType ?? "AES256"));
    if (!usesKms) {
      report("images are encrypted with S3's own keys: set encryptionType in encryptionConfigurations to KMS");
      return;
    }
    forEachKnown(configurations, (configuration) => {
      // One that is said and is nobody's was meant to be somebody's.
      if ((requireCustomerKey || isSet(configuration, "kmsKey")) && !namesOwnKey(configuration, "kmsKey")) {
        report("images are encrypted with AWS's own key: set kmsKey in encryptionConfigurations");
      }
    });
  },
});
