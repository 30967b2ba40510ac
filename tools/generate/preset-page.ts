import { type Framework, frameworks } from "../../policy-packs/core/frameworks";
import type { Rule } from "../../policy-packs/core/rule";
import { byPreset, presetNames, presets } from "../../policy-packs/core/standard/presets";
import { packs } from "../../policy-packs/rules";
import { table } from "./markdown";
import { regulatedGaps } from "./regulated-gaps";

const all = Object.entries(packs).flatMap(([pack, rules]) => rules.map((rule) => ({ pack, rule })));

/** What each preset asks, what `regulated` asks beyond `standard`, and where our own stacks do not meet that. */
export function presetPage(): string {
  return `${[
    "# Presets",
    "Written by `npm run generate` from `policy-packs/core/standard/presets.ts` and the rules. `policy-packs/standard.yaml` says which is in force where; `npx foundation policies` shows what comes of it.",
    ...presetNames.map((name) => `- **${name}**: ${presets[name].principle}`),
    table(["", ...presetNames], ["mandatory", "advisory", "disabled"].map(counts)),
    "## What `regulated` changes against `standard`",
    "### Rules that stop a deployment",
    "Low ones, or such that only advise by their own decision, which support a control:",
    raised(),
    "### Parameters",
    parameters(),
    "## Where our own stacks do not meet `regulated`",
    "At `standard` the stacks of dev, staging and prod pass every mandatory rule. At `regulated` these are violated (measured on their states in the sandbox; an integration test compares):",
    gaps(),
  ].join("\n\n")}\n`;
}

const counts = (level: string): string[] => [
  level,
  ...presetNames.map((name) =>
    String(all.filter(({ pack, rule }) => byPreset(name, rule, pack).level === level).length),
  ),
];

function raised(): string {
  const rows = all
    .filter(({ pack, rule }) => byPreset("standard", rule, pack).level !== byPreset("regulated", rule, pack).level)
    .map(({ pack, rule }) => [link(pack, rule.name), byPreset("standard", rule, pack).level, supported(rule)]);
  return table(["rule", "at `standard`", "supports"], rows);
}

const supported = ({ controls }: Rule): string =>
  (Object.keys(controls) as Framework[]).map((framework) => frameworks[framework].title).join(", ");

function parameters(): string {
  const rows = all.flatMap(({ pack, rule }) => {
    const asked = presets.regulated.parameters(rule);
    return asked ? [[link(pack, rule.name), `\`${JSON.stringify(asked.values)}\``, asked.source]] : [];
  });
  return table(["rule", "parameters", "because of"], rows);
}

function gaps(): string {
  const rows = regulatedGaps.map(({ rule: name, stacks, why }) => {
    const pack = all.find(({ rule }) => rule.name === name)?.pack ?? "";
    return [link(pack, name), stacks.join(", "), why];
  });
  return rows.length === 0 ? "None." : table(["rule", "stacks", "why"], rows);
}

const link = (pack: string, name: string): string => `[${name}](${pack}/${name}.md)`;
