import { z } from "zod";

const reason = z.strictObject({
  file: z.string().meta({ description: "Empty where another stack is the reason." }),
  why: z.string(),
});

export const affectedStackSchema = z.strictObject({
  stack: z.string(),
  environment: z.string(),
  layer: z.string(),
  reasons: z.array(reason),
});

/** A job for each environment, as `strategy.matrix` of GitHub takes it. */
export const matrixSchema = z.strictObject({
  include: z.array(
    z.strictObject({
      environment: z.string(),
      stacks: z.string().meta({ description: "Names of the affected stacks, separated by spaces." }),
      region: z.string(),
      planRole: z.string().meta({ description: "ARN of the role that may read." }),
      backend: z.url().meta({ description: "Where the states of the environment are." }),
    }),
  ),
});

/** What `foundation affected --json FILE` writes. */
export const affectedSchema = z
  .strictObject({
    version: z.literal(1),
    base: z.string().meta({ description: "The commit with which is compared; empty where all stacks were asked for." }),
    head: z.string(),
    stacks: z.array(affectedStackSchema),
    idle: z.array(reason).meta({ description: "Files that affect no stack." }),
    gone: z.array(z.string()).meta({
      description:
        "Environments whose file is gone. Their stacks stay until `foundation destroy` is run from the base.",
    }),
    matrix: matrixSchema,
  })
  .meta({ title: "Affected stacks", description: "The stacks that a change can change, and why." });

export type Reason = z.output<typeof reason>;
export type AffectedStack = z.output<typeof affectedStackSchema>;
export type Affected = z.output<typeof affectedSchema>;
export type MatrixRow = z.output<typeof matrixSchema>["include"][number];
