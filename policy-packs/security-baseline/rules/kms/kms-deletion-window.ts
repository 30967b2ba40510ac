import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** A key that is deleted by mistake can be taken back. */
export const kmsDeletionWindow = resourceRule({
  name: "kms-deletion-window",
  title: "A KMS key waits long enough before it is deleted.",
  severity: "low",
  types: ["aws:kms/key:Key"],
  parameters: z.object({
    minimumDays: z
      .int()
      .min(7)
      .max(30)
      .default(10)
      .describe("How many days it waits at least; ten days are a week and both its weekends"),
  }),
  controls: {
    "iso27001-2022": ["A.8.11", "A.8.24"],
    "pci-4.0": ["3.5.1", "3.6.1", "3.7.1", "3.7.2", "3.7.4", "3.7.6", "3.7.7", "4.2.1"],
  },
  remediationSteps: "Set deletionWindowInDays to 30, or leave it out.",
  docs: {
    why: "What was encrypted with a deleted key is lost for good; in the time before somebody notices that it is needed.",
    component: "EncryptionKey waits 30 days.",
    good: { "aws:kms/key:Key": { deletionWindowInDays: 30 } },
  },
  check({ props: { deletionWindowInDays: days } }, report, { minimumDays }) {
    if (isOutside(days, minimumDays)) {
      report(`the key is gone too soon, or AWS refuses it: set deletionWindowInDays to ${minimumDays} to 30`);
    }
  },
  remediate({ props: key }, { minimumDays }) {
    if (isOutside(key.deletionWindowInDays, minimumDays)) key.deletionWindowInDays = 30;
  },
});

/** It is 30, the most there is, where nothing is said (docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html). */
const isOutside = (days: number | undefined, minimum: number): boolean =>
  days !== undefined && days !== null && (days < minimum || days > 30);
