import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

// What the workflows here use of GitHub's syntax, and nothing else: whatever is new fails and not passes unseen.

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const permissions = z.record(z.string(), z.enum(["read", "write"]));

const stepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: values.optional(),
  env: values.optional(),
  run: z.string().optional(),
  "continue-on-error": z.boolean().optional(),
});

const jobSchema = z.strictObject({
  name: z.string(),
  needs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  if: z.string().optional(),
  "runs-on": z.literal("ubuntu-24.04"),
  "timeout-minutes": z.number(),
  environment: z.string().optional(),
  concurrency: z.strictObject({ group: z.string(), "cancel-in-progress": z.boolean() }).optional(),
  permissions: permissions.default({}),
  strategy: z.strictObject({ "fail-fast": z.literal(false), matrix: z.string() }).optional(),
  outputs: z.record(z.string(), z.string()).default({}),
  steps: z.array(stepSchema),
});

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.unknown(),
  permissions: z.strictObject({}),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
});

export type Step = z.output<typeof stepSchema>;
export type Job = z.output<typeof jobSchema>;
export type Workflow = z.output<typeof workflowSchema>;

export const readWorkflow = (file: string): Workflow => workflowSchema.parse(parse(readFileSync(file, "utf8")));
