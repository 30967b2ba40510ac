import { z } from "zod";
import { exceptionSchema, policyFindingSchema, standardInForceSchema } from "../report/result";

const count = z.int().min(0);

/** How often which came of a rule for a resource. */
const countsSchema = z.strictObject({
  passed: count,
  failed: count,
  excepted: count.meta({ description: "Every finding is accepted by an exception." }),
  notEvaluated: count.meta({ description: "Nothing was found, and something that decides is secret in the state." }),
});

const checkedStateSchema = z.strictObject({
  source: z.string().meta({ description: "The file, - for stdin, or the stack." }),
  stack: z.string().meta({ description: "Name of the stack, by its URNs; empty where it has no resource." }),
  resources: count.meta({ description: "Things in the cloud, without components and providers." }),
  outcomes: countsSchema.meta({ description: "Of each rule for each resource that it judges." }),
  policies: z.array(policyFindingSchema),
  notEvaluated: z.array(z.strictObject({ rule: z.string(), urn: z.string() })),
});

/** What `foundation policies check --json FILE` holds. */
export const checkResultSchema = z.strictObject({
  version: z.literal(1),
  standard: standardInForceSchema,
  states: z.array(checkedStateSchema),
  exceptions: z.array(exceptionSchema).meta({ description: "The exceptions of the policies, and what came of them." }),
  totals: countsSchema.extend({
    resources: count,
    mandatory: count.meta({ description: "Findings of mandatory policies." }),
    advisory: count,
  }),
});

export type CheckedState = z.infer<typeof checkedStateSchema>;
export type CheckResult = z.infer<typeof checkResultSchema>;
export type OutcomeCounts = z.infer<typeof countsSchema>;
