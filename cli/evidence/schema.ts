import { z } from "zod";

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();

export const levelSchema = z.enum(["advisory", "mandatory", "remediate", "disabled"]);

/** Resources by what came of them; with several rules each counts once, by the worst. */
export const resultsSchema = z
  .strictObject({
    passed: count,
    failed: count,
    excepted: count.meta({ description: "Every finding is accepted by an exception." }),
    notEvaluated: count.meta({ description: "Something that decides was unknown before deployment." }),
    crashed: count.meta({ description: "A rule itself failed: a bug in the policy pack." }),
  })
  .meta({ description: "Resources by what came of them; with several rules each counts once, by the worst." });

export const exceptionSchema = z.strictObject({
  owner: z.string(),
  reason: z.string(),
  ticket: z.string(),
  expires: day.meta({ description: "Last day." }),
  daysLeft: count,
});

export const findingSchema = z.strictObject({
  message: z.string(),
  exception: exceptionSchema.optional().meta({ description: "By which the finding is accepted." }),
  refused: z.string().optional().meta({ description: "Why an exception that names the finding does not count." }),
});

export const outcomeSchema = z.strictObject({
  rule: z.string(),
  stack: z.string(),
  urn: z.string(),
  type: z.string().meta({ description: "Type token, e.g. aws:ec2/vpc:Vpc." }),
  result: z.enum(["passed", "failed", "excepted", "not-evaluated", "crashed"]),
  level: levelSchema.meta({ description: "What a finding of the rule does to this stack." }),
  introduction: z
    .strictObject({ mandatoryFrom: day, daysLeft: count })
    .optional()
    .meta({ description: "Of a rule that only advises until a day." }),
  findings: z.array(findingSchema),
  notEvaluated: z.string().optional().meta({ description: "What was not known." }),
});

export const controlStates = [
  "violated",
  "crashed",
  "excepted",
  "no-findings",
  "not-evaluated",
  "no-resource",
  "disabled",
  "no-rule",
] as const;

const controlState = z.enum(controlStates).meta({
  description: [
    "violated: a resource fails a rule that supports the control.",
    "crashed: none does, but such a rule itself failed.",
    "excepted: all that such rules found is accepted by exceptions.",
    "no-findings: resources were judged, and nothing was found; what else the control asks for, nobody looked at.",
    "not-evaluated: what decides is unknown before deployment.",
    "no-resource: the stacks have nothing that such rules judge.",
    "disabled: such rules are switched off for these stacks.",
    "no-rule: no rule supports it.",
  ].join(" "),
});

const name = z.string().min(1);

export const controlSchema = z.strictObject({
  id: name,
  title: z.string().optional().meta({ description: "Where its licence lets it be repeated." }),
  state: controlState,
  rules: z.array(name).meta({ description: "Rules that support it." }),
  results: resultsSchema,
  environments: z.record(name, resultsSchema),
  stacks: z.record(name, resultsSchema),
});

export const frameworkSchema = z.strictObject({
  framework: name.meta({ description: "E.g. soc2." }),
  title: name,
  url: z.url(),
  source: name.meta({ description: "Where the list of controls comes from." }),
  totals: z.record(z.enum(controlStates), count).meta({ description: "Controls by state." }),
  controls: z.array(controlSchema),
});

const hashed = z.strictObject({
  file: z.string(),
  sha256: sha256.nullable().meta({ description: "null: no such file." }),
});

export const provenanceSchema = z.strictObject({
  time: z.iso.datetime().meta({ description: "When the evidence was gathered, in UTC." }),
  day: day.meta({ description: "By which exceptions and introductions were judged; FOUNDATION_TODAY sets another." }),
  project: z.strictObject({ name, version: name }),
  commit: z
    .strictObject({ id: z.string(), dirty: z.boolean().meta({ description: "Whether files differ from the commit." }) })
    .nullable()
    .meta({ description: "null: not a Git working tree." }),
  engine: z.strictObject({ version: name, source: z.enum(["path", "download", "built"]) }),
  sandbox: z.boolean().meta({ description: "Whether the cloud was simulated." }),
  pack: z.strictObject({ name, version: name, sha256 }).meta({
    description:
      "The pack that ran, which holds all others; the hash is over the sources of all packs and what they share.",
  }),
  packs: z.array(
    z.strictObject({
      name,
      version: name,
      rules: count,
      sha256: sha256.meta({ description: "Over the pack's own files." }),
    }),
  ),
  files: z.array(hashed).meta({ description: "What else decides." }),
});

export const stackSchema = z.strictObject({
  stack: name,
  environment: name,
  layer: name,
  result: z.enum(["succeeded", "failed", "violated", "skipped", "cancelled"]),
  resources: count,
  results: resultsSchema,
});

export const ruleSchema = z.strictObject({
  rule: name,
  pack: name,
  title: name,
  severity: z.enum(["low", "medium", "high", "critical"]),
  levels: z.record(name, levelSchema).meta({ description: "By stack." }),
  results: resultsSchema,
});

/** What `evidence.json` holds. */
export const evidenceSchema = z.strictObject({
  version: z.literal(1),
  statement: z.string().meta({ description: "What this shows, and what it does not." }),
  provenance: provenanceSchema,
  complete: z.boolean().meta({ description: "Whether every stack asked for was judged." }),
  stacks: z.array(stackSchema),
  frameworks: z.array(frameworkSchema),
  rules: z.array(ruleSchema),
  outcomes: z.array(outcomeSchema),
});

export type Results = z.infer<typeof resultsSchema>;
export type EvidenceOutcome = z.infer<typeof outcomeSchema>;
export type ControlState = (typeof controlStates)[number];
export type ControlEvidence = z.infer<typeof controlSchema>;
export type FrameworkEvidence = z.infer<typeof frameworkSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
