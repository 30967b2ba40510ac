import { type Framework, frameworks } from "../../policy-packs/core/frameworks";
import { levelOf, type Rule, stackType } from "../../policy-packs/core/rule";
import { packs } from "../../policy-packs/rules";
import type { GeneratedFile } from "./files";
import { resourceCode } from "./resource-code";

const folder = "docs/policies";

/** A page for every rule, and one that lists them. */
export function rulePages(): GeneratedFile[] {
  const pages = Object.entries(packs).flatMap(([pack, rules]) =>
    rules.map((rule) => ({ file: `${folder}/${pack}/${rule.name}.md`, content: () => page(pack, rule) })),
  );
  return [{ file: `${folder}/README.md`, content: index }, ...pages];
}

function index(): string {
  const lines = Object.entries(packs).flatMap(([pack, rules]) => [
    `## ${pack}`,
    "",
    ...(rules.length === 0 ? ["No rules yet."] : ["| rule | severity | level | what |", "| --- | --- | --- | --- |"]),
    ...rules.map((rule) => `| ${link(pack, rule)} | ${rule.severity} | ${levelOf(rule)} | ${cell(rule.title)} |`),
    "",
  ]);
  const intro = "Written by `npm run generate` from the rules themselves.";
  return `# Policies\n\n${intro}\n\n${lines.join("\n").trimEnd()}\n`;
}

const link = (pack: string, { name }: Rule) => `[${name}](${pack}/${name}.md)`;
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function page(pack: string, rule: Rule): string {
  const facts = [`pack \`${pack}\``, `severity ${rule.severity}`, `level ${levelOf(rule)}`, scopeOf(rule)];
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
    ...(rule.parameters ? ["## Configuration", configuration(rule)] : []),
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

function configuration({ parameters }: Rule): string {
  const rows = Object.entries(parameters?.shape ?? {}).map(([name, schema]) => {
    const fallback = JSON.stringify(schema.safeParse(undefined).data);
    return `| \`${name}\` | ${cell(schema.description ?? "")} | \`${cell(fallback ?? "")}\` |`;
  });
  return ["| parameter | meaning | default |", "| --- | --- | --- |", ...rows].join("\n");
}

function controls(rule: Rule): string {
  const rows = (Object.entries(rule.controls) as [Framework, readonly string[]][]).map(
    ([framework, ids]) => `- [${frameworks[framework].title}](${frameworks[framework].url}): ${ids.join(", ")}`,
  );
  return rows.length > 0 ? rows.join("\n") : "None that a published mapping names.";
}
