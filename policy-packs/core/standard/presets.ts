import type { EnforcementLevel } from "@pulumi/policy";
import type { Framework } from "../frameworks";
import { levelOf, type Rule } from "../rule";

/** A whole standard that can be put in force by its name. */
interface Preset {
  /** For whom it is, and by which principle it sets levels. */
  readonly principle: string;
  /** @param pack Name of the rule's pack. */
  level(rule: Rule, pack: string): EnforcementLevel;
  /** What it asks of a rule beyond the rule's own defaults. */
  parameters(rule: Rule): PresetParameters | undefined;
}

export interface PresetParameters {
  readonly values: Readonly<Record<string, unknown>>;
  /** Who asks for these values. */
  readonly source: string;
}

/** Packs about what a failure loses and what things cost, which the owner of a sandbox may decide. */
const ownersChoice: readonly string[] = ["reliability", "tagging-cost"];

/** What `regulated` is for. NIST SP 800-53 is a catalogue to select from: that a control is in it asks nothing. */
const regulations: readonly Framework[] = ["cis-aws-5.0", "cis-kubernetes-1.11", "soc2", "iso27001-2022", "pci-4.0"];

const longer: Readonly<Record<string, PresetParameters>> = {
  "db-backup-retention": {
    values: { minimumDays: 7, redshiftMinimumDays: 7 },
    source: "AWS Foundational Security Best Practices RDS.11 and Redshift.3: 7 days",
  },
  "k8s-namespace-pss-label": {
    values: { minimum: "restricted" },
    source: "CIS Kubernetes 5.2 asks of pods what the restricted Pod Security Standard does",
  },
  "log-group-retention": {
    values: { min: 365 },
    source: "PCI DSS 4.0 10.5.1: audit logs are kept for at least 12 months",
  },
};

/** Rules that ask for encryption take AWS's own keys, too, unless this is set. */
const ownKey = "requireCustomerKey";

function ownKeyOf({ parameters }: Rule): PresetParameters | undefined {
  const source = "PCI DSS 4.0 3.6 and 3.7: keys whose use and rotation the owner decides";
  return ownKey in (parameters?.shape ?? {}) ? { values: { [ownKey]: true }, source } : undefined;
}

/** The presets, from the mildest on. Levels follow from what rules say of themselves, so that a new rule has its own. */
export const presets = {
  starter: {
    principle:
      "For accounts in which things are tried out. What is critical or high stops a deployment, everything else advises; " +
      "so does all that is about surviving failures and about cost.",
    level: (rule, pack) => {
      const severe = rule.severity === "critical" || rule.severity === "high";
      return levelOf(rule) === "mandatory" && !(severe && !ownersChoice.includes(pack)) ? "advisory" : levelOf(rule);
    },
    parameters: () => undefined,
  },
  standard: {
    principle:
      "For everything else. The levels that follow from the severities: low advises, all others stop a deployment, " +
      "but for rules that say otherwise themselves.",
    level: (rule) => levelOf(rule),
    parameters: () => undefined,
  },
  regulated: {
    principle:
      "For what auditors look at. As `standard`, and every rule that supports a control of CIS AWS Foundations 5.0, " +
      "CIS Kubernetes, SOC 2, ISO/IEC 27001 or PCI DSS stops a deployment, whatever its severity; with the retention " +
      "times and keys that these or AWS's own standards ask for.",
    level: (rule) => (regulations.some((framework) => rule.controls[framework]) ? "mandatory" : levelOf(rule)),
    parameters: (rule) => ownKeyOf(rule) ?? longer[rule.name],
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

// Object.keys forgets the keys' type; `presets` has no others.
export const presetNames = Object.keys(presets) as [PresetName, ...PresetName[]];

/** How `rule` is in force by a preset. */
export function byPreset(name: PresetName, rule: Rule, pack: string): { level: EnforcementLevel; parameters: object } {
  const preset: Preset = presets[name];
  return { level: preset.level(rule, pack), parameters: preset.parameters(rule)?.values ?? {} };
}
