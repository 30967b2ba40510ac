import type { EnforcementLevel } from "@pulumi/policy";
import { z } from "zod";
import type { Rule } from "../rule";
import { type PresetName, presetNames } from "./presets";
import packsOfRules from "./rule-names.json";

/** Rules by the name of their pack. */
export type Packs = Readonly<Record<string, readonly Rule[]>>;

/** What the file says of one rule, for all stacks or those of an environment. */
export interface RuleSetting {
  readonly level?: EnforcementLevel;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The stacks of an environment, and what differs for them. */
export interface EnvironmentSetting {
  readonly stacks?: readonly string[];
  readonly preset?: PresetName;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** Rules that only advise until a day. */
export interface IntroductionSetting {
  readonly packs?: readonly string[];
  readonly rules?: readonly string[];
  readonly environments?: readonly string[];
  readonly mandatoryFrom: string;
}

/** What `policy-packs/standard.yaml` says. */
export interface StandardFile {
  readonly preset?: PresetName;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly environments?: Readonly<Record<string, EnvironmentSetting>>;
  readonly introductions?: readonly IntroductionSetting[];
}

const levels = ["mandatory", "advisory", "remediate", "disabled"] as const satisfies readonly EnforcementLevel[];
/** Of a rule that mends nothing. */
const plainLevels = ["mandatory", "advisory", "disabled"] as const satisfies readonly EnforcementLevel[];

const levelMeta = {
  description:
    "mandatory stops a deployment, advisory is told, remediate mends what can be mended and stops the rest, disabled is not asked.",
  examples: ["advisory"],
};

const preset = z.enum(presetNames).meta({
  description: "What is in force but for what is said below: see docs/policies/README.md. Default: standard.",
  examples: ["standard"],
});

const pattern = z
  .string()
  .min(1)
  .meta({ examples: ["*-production"] });

/**
 * Form of `policy-packs/standard.yaml`: every rule with its own parameters, so that a wrong one is told with what is right.
 *
 * @param packs Rules whose parameters are checked; of others, which a pack that is used alone does not have, only names are.
 * @param concerns Whether anything is said of a rule; the parameters of others are not read, because rules are many.
 */
export function standardSchema(packs: Packs, concerns: (rule: Rule) => boolean = () => true) {
  const known = Object.values(packs).flat();
  const foreign = Object.keys(packsOfRules).filter((name) => !known.some((rule) => rule.name === name));
  const names = [...known.map(({ name }) => name), ...foreign].sort();
  const packNames = [...new Set([...Object.keys(packs), ...Object.values(packsOfRules)])].sort();
  const byRule = z
    .strictObject({
      ...Object.fromEntries(foreign.map((name) => [name, foreignRule])),
      ...Object.fromEntries(
        known.map((rule) => [rule.name, concerns(rule) ? ruleSchema(rule).optional() : foreignRule]),
      ),
    })
    .meta({
      description: "Rules that differ from the preset, by name.",
      examples: [{ "log-group-retention": { parameters: { min: 90 } } }],
    });
  const environment = z.strictObject({
    stacks: z
      .array(pattern)
      .min(1)
      .optional()
      .meta({ description: "Names of its stacks, with * for any characters. Default: <its name>-*, e.g. prod-*." }),
    preset: preset.optional(),
    rules: byRule.optional(),
  });
  return z
    .strictObject({
      preset: preset.optional(),
      rules: byRule.optional(),
      environments: z
        .record(z.string().min(1), environment)
        .optional()
        .meta({ description: "What differs in the stacks of an environment.", examples: [{ prod: regulatedProd }] }),
      introductions: z
        .array(introductionSchema(packNames, names))
        .optional()
        .meta({ description: "Packs and rules that advise until a day, and are then what the rest of the file says." }),
    })
    .meta({ title: "Standards of platform-foundation", description: "Which policies are in force where." });
}

const regulatedProd = { preset: "regulated" };

function ruleSchema({ title, remediate, parameters }: Rule) {
  return z
    .strictObject({
      level: z
        .enum(remediate ? levels : plainLevels)
        .meta(levelMeta)
        .optional(),
      ...(parameters && { parameters: parameters.strict().optional() }),
    })
    .meta({ description: title });
}

const foreignRule = z
  .strictObject({
    level: z.enum(levels).meta(levelMeta).optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
  })
  .optional();

function introductionSchema(packs: string[], rules: string[]) {
  return z.strictObject({
    packs: z
      .array(z.enum(packs))
      .optional()
      .meta({ examples: [["kubernetes-baseline"]] }),
    rules: z
      .array(z.enum(rules))
      .optional()
      .meta({ examples: [["vpc-flow-logs"]] }),
    environments: z.array(z.string()).optional().meta({ description: "Default: everywhere." }),
    mandatoryFrom: z.iso.date({ error: "must be a day, e.g. 2027-02-01" }).meta({
      description: "First day on which a finding stops a deployment, in UTC.",
      examples: ["2027-02-01"],
    }),
  });
}
