import { z } from "zod";
import type { Gathering } from "../review/gather";

const operation = z.string().meta({ description: "The engine's operation; every step of a replacement is `replace`." });

export const resourceChangeSchema = z.strictObject({
  urn: z.string(),
  type: z.string().meta({ description: "Type token, e.g. aws:ec2/vpc:Vpc." }),
  name: z.string(),
  parent: z.string().meta({ description: "URN of the parent, empty for the stack itself." }),
  op: operation,
  replaceKeys: z.array(z.string()).meta({ description: "Properties that force the replacement." }),
  diff: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.string().meta({ description: "add, update or delete, with -replace where it forces a replacement." }),
    }),
  ),
});

export const policyFindingSchema = z.strictObject({
  pack: z.string(),
  rule: z.string(),
  level: z.enum(["mandatory", "advisory"]),
  severity: z.string().meta({ description: "low, medium, high or critical; empty where the rule names none." }),
  urn: z.string(),
  message: z.string(),
  exception: z
    .strictObject({
      owner: z.string(),
      reason: z.string(),
      ticket: z.string(),
      expires: z.string(),
      daysLeft: z.int().min(0),
    })
    .optional()
    .meta({ description: "Why the finding is accepted, and until when; such a finding is advisory." }),
});

export const exceptionSchema = z.strictObject({
  position: z.int().min(1).meta({ description: "Position in policy-packs/exceptions.yaml." }),
  rule: z.string(),
  resource: z.string(),
  owner: z.string(),
  expires: z.string(),
  state: z.enum(["used", "unused", "refused", "not seen"]).meta({
    description:
      "used: accepts a finding. unused: no finding is left for it. refused: expired or malformed. not seen: not all stacks ran.",
  }),
});

export const standardInForceSchema = z
  .strictObject({
    presets: z.record(z.string(), z.string()).meta({ description: "The preset in force, by the name of the stack." }),
    introductions: z.array(
      z.strictObject({
        packs: z.array(z.string()),
        rules: z.array(z.string()),
        environments: z.array(z.string()).optional().meta({ description: "Absent where it is everywhere." }),
        mandatoryFrom: z.string(),
        daysLeft: z.int().min(1),
      }),
    ),
  })
  .meta({ description: "What policy-packs/standard.yaml puts in force; an introduction holds rules at advisory." });

export const diagnosticSchema = z.strictObject({
  severity: z.enum(["info", "warning", "error"]),
  urn: z.string(),
  message: z.string(),
});

const count = z.int().min(0);
export const changesSchema = z.strictObject({
  create: count,
  update: count,
  replace: count,
  delete: count,
  same: count,
});

export const stackResultSchema = z.strictObject({
  stack: z.string(),
  environment: z.string(),
  layer: z.string(),
  result: z.enum(["succeeded", "failed", "violated", "skipped", "cancelled"]),
  durationMs: count,
  changes: changesSchema,
  resources: z.array(resourceChangeSchema).meta({ description: "Every resource, also the unchanged ones (`same`)." }),
  policies: z.array(policyFindingSchema),
  diagnostics: z.array(diagnosticSchema),
});

/** What `--json FILE` holds. */
export const runResultSchema = z.strictObject({
  version: z.literal(1),
  sandbox: z.boolean().meta({ description: "Whether the cloud was simulated." }),
  stacks: z.array(stackResultSchema),
  standard: standardInForceSchema,
  exceptions: z.array(exceptionSchema).meta({ description: "The exceptions of the policies, and what came of them." }),
  totals: changesSchema.extend({
    stacks: count,
    resources: count,
    mandatory: count.meta({ description: "Findings of mandatory policies." }),
    advisory: count,
    durationMs: count,
  }),
});

export type ResourceChange = z.infer<typeof resourceChangeSchema>;
export type PolicyFinding = z.infer<typeof policyFindingSchema>;
export type StandardInForce = z.infer<typeof standardInForceSchema>;
export type ExceptionResult = z.infer<typeof exceptionSchema>;
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Changes = z.infer<typeof changesSchema>;
export type StackResult = z.infer<typeof stackResultSchema>;
export type RunResult = z.infer<typeof runResultSchema>;

/** Counts by kind of change; a resource that is read, imported or only refreshed counts as unchanged. */
export function countChanges(resources: ResourceChange[]): Changes {
  const changes: Changes = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };
  for (const { op } of resources) changes[op in changes ? (op as keyof Changes) : "same"] += 1;
  return changes;
}

/** By what the findings of a run were judged. */
export interface PoliciesInForce {
  standard: StandardInForce;
  exceptions: ExceptionResult[];
}

/** The whole run with its totals. */
export function runResult(
  sandbox: boolean,
  stacks: StackResult[],
  durationMs: number,
  { standard, exceptions }: PoliciesInForce = { standard: { presets: {}, introductions: [] }, exceptions: [] },
): RunResult {
  const resources = stacks.flatMap((stack) => stack.resources);
  const findings = stacks.flatMap((stack) => stack.policies);
  const mandatory = findings.filter((finding) => finding.level === "mandatory").length;
  return {
    version: 1,
    sandbox,
    stacks,
    standard,
    exceptions,
    totals: {
      ...countChanges(resources),
      stacks: stacks.length,
      resources: resources.length,
      mandatory,
      advisory: findings.length - mandatory,
      durationMs,
    },
  };
}

/** Whether a stack succeeded with nothing to change. */
export const isUnchanged = ({ result, changes }: StackResult): boolean =>
  result === "succeeded" && changes.create + changes.update + changes.replace + changes.delete === 0;

/** What came of a command on stacks. */
export interface Outcome {
  stacks: StackResult[];
  /** Whether a stack was stopped because it would have done what nobody reviewed. */
  gated?: boolean;
  /** Whether changes were applied. */
  applied?: boolean;
  /** Of a preview that is to be reviewed. */
  gathering?: Gathering;
}
