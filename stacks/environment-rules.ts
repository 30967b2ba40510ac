import { z } from "zod";
import { clusterRules } from "../components/cluster/plain-schema";
import type { ArgsIssue } from "../components/core/errors";
import { networkRules } from "../components/network/plain-schema";
import { NetworkTier } from "../components/network/types";
import { deployEntryKey, withDeployEntry } from "./deploy-role";
import { environmentSchema, type Settings } from "./environment-schema";

type Rule = (settings: Settings) => ArgsIssue[];

const environmentRules: Rule[] = [
  ({ region, network }) =>
    network.zones.flatMap((zone, index) =>
      zone.startsWith(region) && zone.length === region.length + 1
        ? []
        : { path: `network.zones.${index}`, reason: `must be a zone of ${region}, e.g. ${region}a` },
    ),
  ({ network }) =>
    [NetworkTier.Private, NetworkTier.Intra].every((tier) => network.tiers.includes(tier))
      ? []
      : [
          {
            path: "network.tiers",
            reason: "must have private and intra, where the cluster's nodes and control plane stand",
          },
        ],
  ({ cluster }) =>
    deployEntryKey in cluster.accessEntries
      ? [{ path: `cluster.accessEntries.${deployEntryKey}`, reason: "is the entry of deployRole; choose another key" }]
      : [],
];

// The components' own rules, asked of the arguments that the layers will pass.

const rulesOfNetwork = networkRules.map((rule): Rule => {
  return ({ network }) => under("network", rule(network, ofCourse));
});

const rulesOfCluster = clusterRules.map((rule): Rule => {
  return (settings) => {
    const { cluster } = settings;
    // Inherits, and so reads a setting only when the rule does.
    const plain: Parameters<typeof rule>[0] = Object.create(cluster, {
      accessEntries: { get: () => withDeployEntry(cluster.accessEntries, settings) },
      deletionProtection: { get: () => settings.deletionProtection },
    });
    return under("cluster", rule(plain, ofCourse));
  };
});

const rules = [...environmentRules, ...rulesOfNetwork, ...rulesOfCluster];

/** Whether an argument is given that is no setting: the layers give all. */
const ofCourse = () => true;

function under(section: string, issue: ArgsIssue | undefined): ArgsIssue[] {
  return issue === undefined ? [] : [{ ...issue, path: `${section}.${issue.path}` }];
}

const unreadable = new Error("a setting that a rule reads is wrong by itself");

/**
 * What is wrong between the settings of `raw`, the first thing of each setting.
 *
 * A rule that reads a setting which is wrong by itself is not asked.
 */
export function checkRules(raw: unknown): ArgsIssue[] {
  const settings = readable(environmentSchema, raw);
  const issues = rules.flatMap((rule) => {
    try {
      return rule(settings);
    } catch (error) {
      if (error !== unreadable) throw error;
      return [];
    }
  });
  return issues.filter(({ path }, index) => issues.findIndex((other) => other.path === path) === index);
}

/** The settings in `raw`, each checked when it is read, which throws `unreadable` where it is wrong. */
function readable<S extends z.ZodObject>(schema: S, raw: unknown): z.output<S> {
  const given = raw !== null && typeof raw === "object" ? raw : {};
  const settings = {};
  for (const [key, field] of Object.entries<z.ZodType>(schema.shape)) {
    const read = () => {
      const section = field instanceof z.ZodPrefault ? field.unwrap() : field;
      if (section instanceof z.ZodObject) return readable(section, Reflect.get(given, key));
      const parsed = field.safeParse(Reflect.get(given, key));
      if (!parsed.success) throw unreadable;
      return parsed.data;
    };
    Object.defineProperty(settings, key, { get: read, enumerable: true });
  }
  // Each property is what the schema makes of it, as long as it can be read.
  return settings as z.output<S>;
}
