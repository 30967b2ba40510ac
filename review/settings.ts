import { z } from "zod";
import { usageSchema } from "../prices/usage";
import { riskLevels } from "./model/schema";
import { riskSettingsSchema } from "./risk/settings";

const from = z.enum([...riskLevels, "never"]);

/**
 * The least level of a risk that needs somebody's approval, by section. What is asked for at every change is given without looking,
 * so by default only for what cannot be undone is it asked: data that is lost, and access that may have been used before
 * it is taken back. What interrupts is over once it is, and often the purpose of a change.
 */
const approveAtSchema = z.strictObject({
  data: from.default("critical").meta({ description: "Of risks to data. Default: critical." }),
  access: from.default("critical").meta({ description: "Of access that is widened. Default: critical." }),
  availability: from.default("never").meta({ description: "Of what interrupts. Default: never." }),
});

/** What an environment sets for the reviews of its changes; in its file under `review`. */
export const reviewSettingsSchema = z.strictObject({
  approveAt: approveAtSchema.prefault({}).meta({
    description: "From which level of a risk on the danger gate stops a change until somebody approves it, by section.",
    examples: [{ data: "high", availability: "critical" }],
  }),
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
