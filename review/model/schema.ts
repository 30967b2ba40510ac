import { z } from "zod";
import {
  changesSchema,
  diagnosticSchema,
  exceptionSchema,
  policyFindingSchema,
  stackResultSchema,
  standardInForceSchema,
} from "../../cli/report/result";
import { costSchema } from "./cost-schema";
import type { Operation, PropertyChange } from "./step";
import type { Shown } from "./values";

const count = z.int().min(0);
const urn = z.string();

// Every value of JSON is one that can be shown.
const shownSchema = z.json() as unknown as z.ZodType<Shown>;

const propertyChangeSchema = z
  .strictObject({
    path: z.string().meta({ description: "As the engine writes it, e.g. ingress[0].cidrBlocks." }),
    kind: z.enum(["add", "update", "delete"]),
    replaces: z.boolean().meta({ description: "Whether the resource has to be replaced because of it." }),
    before: shownSchema.optional(),
    after: shownSchema.optional(),
  })
  .meta({
    description:
      'A value {"$": "secret"} is not shown, {"$": "unknown"} is decided only when it is made; "file" and "long" give a hash.',
  });

export const sections = ["data", "access", "availability"] as const;
export const riskLevels = ["critical", "high", "medium", "low"] as const;

export const riskSchema = z.strictObject({
  id: z.string().meta({ description: "Of the table of risks, e.g. stateful-replaced." }),
  section: z.enum(sections),
  level: z.enum(riskLevels),
  tableLevel: z
    .enum(riskLevels)
    .optional()
    .meta({ description: "Its level by the table, where the environment sets another one." }),
  ignored: z
    .boolean()
    .optional()
    .meta({ description: "Whether the environment ignores it; it is shown all the same." }),
  summary: z.string().meta({ description: "What is at risk, in one line." }),
  details: z
    .array(z.string())
    .meta({ description: "What to know to judge it: who, what, since when, what depends on it." }),
  properties: z.array(z.string()).meta({ description: "Paths of the properties that it comes from." }),
});

export const operations = [
  "create",
  "update",
  "replace",
  "delete",
  "import",
  "read",
  "forget",
] as const satisfies Operation[];

export const churnKinds = ["hash", "unknown-only", "reordered", "secret", "computed"] as const;

export const changeSchema = z.strictObject({
  urn,
  stack: z.string(),
  type: z.string(),
  name: z.string(),
  component: z
    .array(z.strictObject({ type: z.string(), name: z.string() }))
    .meta({ description: "The components that it is part of, the outermost first; empty for none." }),
  op: z.enum(operations).meta({ description: "All steps of a replacement are one `replace`." }),
  replaceKeys: z.array(z.string()).meta({ description: "Properties that force the replacement." }),
  deleteFirst: z
    .boolean()
    .meta({ description: "Of a replacement: whether the old one goes before the new one is there." }),
  protect: z.boolean(),
  retainOnDelete: z.boolean().meta({ description: "Whether the thing in the cloud stays when it leaves the state." }),
  diff: z.array(propertyChangeSchema),
  risks: z.array(riskSchema).meta({ description: "The most dangerous first." }),
  churn: z.enum(churnKinds).optional().meta({ description: "Why the change means nothing, where it does not." }),
  predicted: z
    .boolean()
    .meta({ description: "Whether it comes of changes in another stack that are not applied yet." }),
  pending: z
    .boolean()
    .meta({ description: "Whether the base would change it in the same way: it is no part of this change." }),
  dependsOn: z.array(urn),
  dependents: z
    .array(urn)
    .meta({ description: "What was made from it, in any stack of the review; direct ones only." }),
  owner: z.string().meta({ description: "The team, by the tag owner; empty where none is known." }),
});

export const findingSchema = policyFindingSchema.extend({
  stack: z.string(),
  state: z
    .enum(["new", "existing", "excepted"])
    .meta({ description: "existing: the rule says the same of what is recorded now." }),
});

export const tagsSchema = z.strictObject({
  required: z.array(z.string()),
  stacks: z.array(z.strictObject({ stack: z.string(), before: coverage(), after: coverage() })),
  missing: z.array(z.strictObject({ urn, stack: z.string(), keys: z.array(z.string()) })),
});

function coverage() {
  return z.strictObject({ tagged: count, taggable: count });
}

const op = z.enum([...operations, "same"]);
const part = { urn, name: z.string(), op };

export const networkSchema = z.strictObject({
  ...part,
  stack: z.string(),
  cidr: z.string(),
  region: z.string(),
  subnets: z.array(
    z.strictObject({
      ...part,
      cidr: z.string(),
      zone: z.string(),
      kind: z.enum(["public", "private", "isolated"]),
    }),
  ),
  gateways: z.array(
    z.strictObject({
      ...part,
      kind: z.enum(["internet", "nat", "transit", "peering", "vpn", "egress-only"]),
      subnet: z.string().meta({ description: "URN of the subnet that it is in; empty where it is in none." }),
    }),
  ),
  endpoints: z.array(z.strictObject({ ...part, service: z.string(), kind: z.enum(["interface", "gateway"]) })),
});

export const gateSchema = z.strictObject({
  gate: z.enum(["failed", "policy", "danger", "cost"]),
  environment: z.string(),
  passed: z.boolean(),
  reason: z.string(),
});

const stackReviewSchema = z.strictObject({
  stack: z.string(),
  environment: z.string(),
  layer: z.string(),
  result: stackResultSchema.shape.result,
  durationMs: count,
  changes: changesSchema,
  dependsOn: z.array(z.string()).meta({ description: "Stacks that it reads from." }),
  predictedFrom: z
    .array(z.string())
    .meta({ description: "Stacks whose outputs were taken as this change makes them, not as they are." }),
  fingerprint: z.string().meta({ description: "SHA-256 of what the preview does; `up --reviewed` compares it." }),
  diagnostics: z.array(diagnosticSchema),
});

/** What `foundation preview --review FILE` writes, and every report is made from. */
export const reviewSchema = z
  .strictObject({
    version: z.literal(1),
    sandbox: z.boolean().meta({ description: "Whether the cloud was simulated." }),
    time: z.iso.datetime(),
    commit: z.string().meta({ description: "Empty where there is none." }),
    base: z.string().meta({ description: "What the change is compared with; empty: what the states record." }),
    stacks: z.array(stackReviewSchema),
    changes: z.array(changeSchema).meta({ description: "All but what stays the same, in the order of danger." }),
    findings: z.array(findingSchema),
    fixed: z.array(findingSchema.omit({ state: true })).meta({ description: "What was found before, and is no more." }),
    notEvaluated: z.array(z.strictObject({ rule: z.string(), stack: z.string(), resources: count })),
    remediations: z.array(z.strictObject({ rule: z.string(), stack: z.string(), urn, paths: z.array(z.string()) })),
    exceptions: z.array(exceptionSchema),
    standard: standardInForceSchema,
    cost: costSchema,
    tags: tagsSchema,
    networks: z.array(networkSchema),
    gates: z.array(gateSchema),
  })
  .meta({ title: "Review of a change", description: "What a change of the program would do." });

export type Review = z.output<typeof reviewSchema>;
export type StackReview = Review["stacks"][number];
/** A resource that changes. */
export type Change = z.output<typeof changeSchema>;
export type Risk = z.output<typeof riskSchema>;
export type RiskLevel = Risk["level"];
export type Section = Risk["section"];
export type Churn = (typeof churnKinds)[number];
export type Finding = z.output<typeof findingSchema>;
export type Cost = z.output<typeof costSchema>;
export type Tags = z.output<typeof tagsSchema>;
export type VpcNetwork = z.output<typeof networkSchema>;
export type Gate = z.output<typeof gateSchema>;
export type { PropertyChange, Shown };
