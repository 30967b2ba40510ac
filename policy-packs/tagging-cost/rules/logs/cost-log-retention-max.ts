import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** Logs go when nobody needs them any more. */
export const costLogRetentionMax = resourceRule({
  name: "cost-log-retention-max",
  title: "A log group keeps its events no longer than its environment needs them.",
  severity: "low",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  parameters: z.object({
    maxDays: z.number().int().positive().default(400).describe("The longest time, in days."),
  }),
  controls: {},
  remediationSteps: "Set retentionInDays to maxDays at most; what has to be kept longer costs less in S3.",
  docs: {
    why: "Without a retention a log group keeps everything for ever, and its cost grows every month.",
    component: "The log groups of Network and Cluster have the retention of the environment's file.",
    good: { "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 365 } },
  },
  check({ props: { retentionInDays } }, report, { maxDays }) {
    // Zero, and nothing, is for ever.
    if (!retentionInDays) report(`events are kept for ever: set retentionInDays to ${maxDays} at most`);
    else if (retentionInDays > maxDays) report(`events are kept too long: set retentionInDays to ${maxDays} at most`);
  },
  // Longer times than the maximum stay: a shorter one deletes events at once.
});
