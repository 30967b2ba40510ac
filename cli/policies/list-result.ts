import { z } from "zod";
import { presetNames } from "../../policy-packs/core/standard/presets";
import { standardInForceSchema } from "../report/result";

const byEnvironment = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const listedRuleSchema = z.strictObject({
  pack: z.string(),
  name: z.string(),
  title: z.string(),
  severity: z.enum(["low", "medium", "high", "critical"]),
  levels: byEnvironment(z.enum(["mandatory", "advisory", "remediate", "disabled"])).meta({
    description: "What a finding does today, by environment.",
  }),
  mandatoryFrom: byEnvironment(z.string()).optional().meta({
    description: "Where the rule is being introduced: the day from which a finding stops a deployment.",
  }),
  parameters: byEnvironment(z.record(z.string(), z.unknown()))
    .optional()
    .meta({ description: "All parameters in force, by environment, defaults too." }),
  controls: z.record(z.string(), z.array(z.string())).meta({ description: "Controls that it supports, by framework." }),
});

const listedExceptionSchema = z.strictObject({
  position: z.int().min(1),
  rule: z.string(),
  resource: z.string(),
  owner: z.string(),
  expires: z.string(),
  daysLeft: z.int().optional().meta({ description: "Negative where it has expired; absent where it is malformed." }),
  problem: z.string().optional().meta({ description: "Why it does not count." }),
});

/** What `foundation policies --json FILE` holds. */
export const policiesResultSchema = z.strictObject({
  version: z.literal(1),
  environments: z.array(
    z.strictObject({
      name: z.string(),
      preset: z.enum(presetNames),
      stacks: z.array(z.string()).meta({ description: "Names of its stacks; * stands for any characters." }),
    }),
  ),
  rules: z.array(listedRuleSchema),
  introductions: standardInForceSchema.shape.introductions,
  exceptions: z.array(listedExceptionSchema),
});

export type PoliciesResult = z.infer<typeof policiesResultSchema>;
export type ListedRule = z.infer<typeof listedRuleSchema>;
export type ListedException = z.infer<typeof listedExceptionSchema>;
