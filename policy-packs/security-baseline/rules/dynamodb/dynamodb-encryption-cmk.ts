import { z } from "zod";
import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

/** Tables are encrypted with a key whose use can be seen. */
export const dynamodbEncryptionCmk = resourceRule({
  name: "dynamodb-encryption-cmk",
  title: "A DynamoDB table is encrypted with a KMS key of the account.",
  severity: "low",
  types: ["aws:dynamodb/table:Table"],
  parameters: z.object({
    requireCustomerKey: z
      .boolean()
      .default(false)
      .describe("Whether the key has to be named, and not be the one that AWS manages in the account"),
  }),
  controls: {
    soc2: ["PI1.5"],
    "nist-800-53-r5": ["AU-9(3)", "SC-8(3)", "SC-8(4)", "SC-13", "SC-28(1)", "SI-19(4)"],
    "iso27001-2022": ["A.8.5", "A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set serverSideEncryption.enabled to true, and serverSideEncryption.kmsKeyArn to the ARN of a key of your own.",
  docs: {
    why: "DynamoDB's own keys are outside the account: nobody can limit or see who has data decrypted.",
    component: "EncryptionKey makes the key.",
    good: { "aws:dynamodb/table:Table": { serverSideEncryption: { enabled: true, kmsKeyArn: exampleKey } } },
  },
  check({ props: { serverSideEncryption: encryption } }, report, { requireCustomerKey }) {
    // Off means keys of DynamoDB's own, not data in clear.
    if (encryption?.enabled !== true) {
      report("the table is encrypted with DynamoDB's own key: set serverSideEncryption.enabled to true");
    } else if ((requireCustomerKey || isNonEmpty(encryption, "kmsKeyArn")) && !namesOwnKey(encryption, "kmsKeyArn")) {
      report("the table is encrypted with a key that AWS manages: set serverSideEncryption.kmsKeyArn to your own");
    }
  },
});
