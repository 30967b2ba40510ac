import { z } from "zod";
import { usageSchema } from "../prices/usage";
import { riskSettingsSchema } from "./risk/settings";

/** What an environment sets for the reviews of its changes; in its file under `review`. */
export const reviewSettingsSchema = z.strictObject({
  maxMonthlyDeltaUsd: z
    .number()
    .nonnegative()
    .optional()
    .meta({
      description:
        "By how many US dollars a month one change may raise the estimate before the cost gate stops it. Default: no limit.",
      examples: [200],
    }),
  risks: riskSettingsSchema.prefault({}).meta({
    description: "Levels of risks that differ from the table in docs/reference/risks.md, by id.",
    examples: [{ "transient-deleted": "low" }],
  }),
  usage: usageSchema.prefault({}).meta({
    description: "What an estimate assumes of what only use decides, for each resource and month.",
    examples: [{ natGatewayGb: 500 }],
  }),
});

export type ReviewSettings = z.output<typeof reviewSettingsSchema>;
