import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Parameters that hold secrets are encrypted. */
export const ssmSecureString = resourceRule({
  name: "ssm-secure-string",
  title: "An SSM parameter with the name of a secret is a SecureString.",
  severity: "medium",
  types: ["aws:ssm/parameter:Parameter"],
  parameters: z.object({
    secretWords: z
      .array(z.string().min(1))
      .default([
        "password",
        "passwd",
        "secret",
        "token",
        "credential",
        "apikey",
        "accesskey",
        "privatekey",
        "passphrase",
      ])
      .describe("Words in a name that tell a secret; compared without case, `-`, `_` and `/`"),
    requireCustomerKey: z.boolean().default(false).describe("Whether a SecureString has to name a key of one's own"),
  }),
  controls: {},
  remediationSteps: "Set type to SecureString, and keyId to a key of your own where that is required.",
  docs: {
    why: "Everyone who may read a plain parameter reads it in the clear, as do its history and the console.",
    component: "EncryptionKey makes a key for keyId.",
    good: {
      "aws:ssm/parameter:Parameter": { name: "/orders/database/password", type: "SecureString", keyId: "alias/orders" },
    },
  },
  check({ name, props: parameter }, report, { secretWords, requireCustomerKey }) {
    if (parameter.type === "SecureString") {
      if (requireCustomerKey && !isNonEmpty(parameter, "keyId")) {
        report("the parameter is encrypted with AWS's own key: set keyId to one of yours");
      }
    } else if (soundsSecret(parameter.name ?? name, secretWords)) {
      report("the parameter has the name of a secret but is not encrypted: set type to SecureString");
    }
  },
});

function soundsSecret(name: string, words: readonly string[]): boolean {
  return words.some((word) => plain(name).includes(plain(word)));
}

const plain = (text: string): string => text.toLowerCase().replace(/[-_/.]/g, "");
