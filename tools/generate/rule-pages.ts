import { type Framework, frameworks } from "../../policy-packs/core/frameworks";
import { type Rule, stackType } from "../../policy-packs/core/rule";
import { byPreset, presetNames } from "../../policy-packs/core/standard/presets";
import { packs } from "../../policy-packs/rules";
import type { GeneratedFile } from "./files";
import { table } from "./markdown";
import { presetPage } from "./preset-page";
import { resourceCode } from "./resource-code";
import { exceptionsSection, settingsSection } from "./rule-settings";

const folder = "docs/policies";

/** A page for every rule, and one that lists them. */
export function rulePages(): GeneratedFile[] {
  const pages = Object.entries(packs).flatMap(([pack, rules]) =>
    rules.map((rule) => ({ file: `${folder}/${pack}/${rule.name}.md`, content: () => page(pack, rule) })),
  );
  return [
    { file: `${folder}/README.md`, content: index },
    { file: `${folder}/presets.md`, content: presetPage },
    ...pages,
  ];
}

function index(): string {
  const intro =
    "Written by `npm run generate` from the rules themselves. Columns are [presets](presets.md); `policy-packs/standard.yaml` " +
    "says which is in force where, and what differs. [How public cases are judged](../reference/public-cases.md).";
  const lists = Object.entries(packs).flatMap(([pack, rules]) => [
    `## ${pack}`,
    rules.length === 0 ? "No rules yet." : table(["rule", "severity", ...presetNames, "what"], rules.map(row(pack))),
  ]);
  return `${["# Policies", intro, ...lists].join("\n\n")}\n`;
}

const row =
  (pack: string) =>
  (rule: Rule): string[] => [
    `[${rule.name}](${pack}/${rule.name}.md)`,
    rule.severity,
    ...presetNames.map((preset) => byPreset(preset, rule, pack).level),
    rule.title,
  ];

function page(pack: string, rule: Rule): string {
  const facts = [`pack \`${pack}\``, `severity ${rule.severity}`, scopeOf(rule)];
  const sections = [
    `# ${rule.name}`,
    rule.title,
    facts.join(" · "),
    "## Why",
    rule.docs.why,
    "## How to fix",
    rule.remediationSteps,
    ...(rule.remediate ? ["The engine mends it by itself where the rule's level is `remediate`."] : []),
    ...(rule.docs.component ? [`With our components: ${rule.docs.component}`] : []),
    code(rule),
    "## Level and parameters",
    settingsSection(pack, rule),
    "## Exceptions in force",
    exceptionsSection(rule),
    "## Controls that it supports",
    controls(rule),
    "## Judges",
    judged(rule),
  ];
  return `${sections.join("\n\n")}\n`;
}

function judged({ judges, types }: Rule): string {
  if (judges) return "Resources of any type.";
  if (types[0] === stackType) return "The stack as a whole.";
  return types.map((type) => `- \`${type}\``).join("\n");
}

const scopeOf = ({ scope }: Rule) =>
  scope === "stack" ? "judges a resource among the others of its stack" : "judges each resource by itself";

/** Of a rule with many types that are made alike, one is enough to see how. */
function code({ docs: { good }, scope }: Rule): string {
  const shown = scope === "stack" ? good.filter(({ type }) => type !== stackType) : good.slice(0, 2);
  return `\`\`\`ts\n${resourceCode(shown)}\n\`\`\``;
}

function controls(rule: Rule): string {
  const rows = (Object.entries(rule.controls) as [Framework, readonly string[]][]).map(
    ([framework, ids]) => `- [${frameworks[framework].title}](${frameworks[framework].url}): ${ids.join(", ")}`,
  );
  return rows.length > 0 ? rows.join("\n") : "None that a published mapping names.";
}
