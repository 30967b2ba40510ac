import { z } from "zod";
import { diagnosticSchema } from "../report/result";

const value = z.unknown().meta({ description: 'JSON; secrets are "[secret]"; absent where the property is.' });

export const propertyDriftSchema = z.strictObject({
  path: z.string().meta({ description: "Property path, e.g. tags.Owner or ingress[0].fromPort." }),
  kind: z.enum(["add", "delete", "update"]),
  managed: z.boolean().meta({
    description: "Whether the program sets it: only then foundation up --refresh brings it back.",
  }),
  recorded: value.optional(),
  actual: value.optional(),
});

export const resourceDriftSchema = z.strictObject({
  urn: z.string(),
  type: z.string().meta({ description: "Type token, e.g. aws:ec2/vpc:Vpc." }),
  name: z.string(),
  id: z.string(),
  components: z.array(z.string()).meta({ description: "Components it belongs to, outermost first, as TYPE NAME." }),
  kind: z.enum(["changed", "deleted"]),
  danger: z.boolean().meta({ description: "Deleted, or says who may do or reach what." }),
  status: z.string().optional().meta({ description: "What the cloud says of a deleted thing, e.g. PendingDeletion." }),
  properties: z.array(propertyDriftSchema),
});

const count = z.int().min(0);

export const stackDriftSchema = z.strictObject({
  stack: z.string(),
  environment: z.string(),
  layer: z.string(),
  result: z.enum(["clean", "drifted", "failed", "skipped", "cancelled"]),
  durationMs: count,
  resources: count.meta({ description: "Resources that were read." }),
  drift: z.array(resourceDriftSchema).meta({ description: "The dangerous first." }),
  diagnostics: z.array(diagnosticSchema),
});

/** What `foundation drift --json FILE` holds. */
export const driftResultSchema = z.strictObject({
  version: z.literal(1),
  sandbox: z.boolean().meta({ description: "Whether the cloud was simulated." }),
  accepted: z.boolean().meta({ description: "Whether the states now record what was found." }),
  stacks: z.array(stackDriftSchema),
  totals: z.strictObject({ stacks: count, resources: count, changed: count, deleted: count, durationMs: count }),
});

export type PropertyDrift = z.infer<typeof propertyDriftSchema>;
export type ResourceDrift = z.infer<typeof resourceDriftSchema>;
export type StackDrift = z.infer<typeof stackDriftSchema>;
export type DriftResult = z.infer<typeof driftResultSchema>;

/** The whole run with its totals. */
export function driftResult(
  run: Pick<DriftResult, "sandbox" | "accepted" | "stacks">,
  durationMs: number,
): DriftResult {
  const found = run.stacks.flatMap(({ drift }) => drift);
  const deleted = found.filter(({ kind }) => kind === "deleted").length;
  return {
    version: 1,
    ...run,
    totals: {
      stacks: run.stacks.length,
      resources: run.stacks.reduce((sum, { resources }) => sum + resources, 0),
      changed: found.length - deleted,
      deleted,
      durationMs,
    },
  };
}
