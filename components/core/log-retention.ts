import { z } from "zod";

/** Periods that CloudWatch Logs offers: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const periodsInDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Days that a log group keeps its events. */
export const logRetention = z
  .int()
  .refine(
    (days) => periodsInDays.includes(days),
    `must be a period CloudWatch Logs offers: ${periodsInDays.join(", ")} days`,
  );
