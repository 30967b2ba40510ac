import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** Logs are kept as long as they are needed, and no longer. */
export const logGroupRetention = resourceRule({
  name: "log-group-retention",
  title: "A log group keeps its events for a time that is long enough, and ends.",
  severity: "medium",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  controls: {
    soc2: ["CC7.2", "CC7.3", "C1.2"],
    "nist-800-53-r5": [
      ...["AC-16", "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-10", "AU-11", "AU-11(1)", "AU-12(1)"],
      ...["AU-12(2)", "AU-12(3)", "AU-14", "CA-7", "PM-14", "PM-21", "PM-31", "SC-28(2)", "SI-4(17)", "SI-12"],
    ],
    "iso27001-2022": ["A.8.15", "A.8.16"],
    "pci-4.0": ["10.5.1", "3.2.1", "3.3.1", "3.3.2", "3.3.3", "5.3.4"],
  },
  remediationSteps:
    "Set retentionInDays between the bounds of the rule's configuration: PCI DSS asks for 365 days of what is security relevant.",
  parameters: z.object({
    min: z.int().min(1).max(3653).default(30).describe("Days that are enough to look into an incident"),
    max: z
      .int()
      .min(1)
      .max(3653)
      .default(3653)
      .describe("Days after which keeping events is a risk, or against the law"),
  }),
  docs: {
    why: "Logs that are gone too soon explain no incident, and logs that stay forever cost more every month and hold personal data.",
    component: "Cluster and Network keep their logs for 90 days unless told otherwise.",
    good: { "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 90 } },
  },
  check({ props: group }, report, { min, max }) {
    if (isDelivery(group)) return;
    const days = daysOf(group);
    if (days === undefined) report(`events are kept forever: set retentionInDays, between ${min} and ${max}`);
    else if (days < min) report(`events are gone too soon: set retentionInDays to ${min} or more`);
    else if (days > max) report(`events are kept too long: set retentionInDays to ${max} or less`);
  },
  remediate({ props: group }, { min, max }) {
    if (isDelivery(group)) return;
    // Events that are kept longer than allowed are left for people to delete.
    const longEnough = allowedDays.find((allowed) => allowed >= min && allowed <= max);
    if (longEnough !== undefined && (daysOf(group) ?? 0) < min) group.retentionInDays = longEnough;
  },
});

/** CloudWatch's word for forever is none, the provider's 0. */
const daysOf = ({ retentionInDays: days }: { readonly retentionInDays?: number }): number | undefined =>
  days === 0 ? undefined : days;

/** Log groups of this class keep events for two days, whatever is set (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html). */
const isDelivery = ({ logGroupClass }: { readonly logGroupClass?: string }): boolean => logGroupClass === "DELIVERY";

/** What PutRetentionPolicy takes (docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html). */
const allowedDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
