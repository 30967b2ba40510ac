import { readFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { type Entry, readExceptions } from "../../policy-packs/core/exceptions/exceptions";
import type { Rule } from "../../policy-packs/core/rule";
import { byPreset, presetNames } from "../../policy-packs/core/standard/presets";
import { rules } from "../../policy-packs/rules";
import { table } from "./markdown";

/** How a rule is in force by each preset, what it can be told, and how. */
export function settingsSection(pack: string, rule: Rule): string {
  const levels = presetNames.map((preset) => byPreset(preset, rule, pack).level);
  const blocks = [
    table(["preset", ...presetNames], [["level", ...levels]]),
    ...(rule.parameters ? [parametersTable(rule, pack)] : []),
    "Both are set in `policy-packs/standard.yaml`, for all stacks or under `environments.NAME.rules` for those of one:",
    `\`\`\`yaml\n${stringify({ rules: { [rule.name]: example(rule) } }, { flowCollectionPadding: true })}\`\`\``,
  ];
  return blocks.join("\n\n");
}

function parametersTable(rule: Rule, pack: string): string {
  const regulated = byPreset("regulated", rule, pack).parameters;
  const differs = Object.keys(regulated).length > 0;
  const rows = Object.entries(rule.parameters?.shape ?? {}).map(([name, schema]) => [
    `\`${name}\``,
    schema.description ?? "",
    code(schema.safeParse(undefined).data),
    ...(differs ? [code(Reflect.get(regulated, name))] : []),
  ]);
  return table(["parameter", "meaning", "default", ...(differs ? ["at `regulated`"] : [])], rows);
}

const code = (value: unknown) => (value === undefined ? "" : `\`${JSON.stringify(value)}\``);

/** The defaults of the first parameter that has any stand for what a team would write. */
function example({ parameters }: Rule): object {
  const [first] = Object.entries(parameters?.shape ?? {})
    .map(([name, schema]): [string, unknown] => [name, schema.safeParse(undefined).data])
    .filter(([, value]) => value !== undefined);
  return { level: "advisory", ...(first && { parameters: { [first[0]]: first[1] } }) };
}

const file = "policy-packs/exceptions.yaml";

const severities = new Map(rules.map(({ name, severity }) => [name, severity]));
const entries = (): Entry[] =>
  readExceptions(readFileSync(path.resolve(__dirname, "../..", file), "utf8"), (rule) => severities.get(rule));

/** What is accepted of a rule. */
export function exceptionsSection({ name }: Rule): string {
  const own = entries().filter(({ exception }) => exception.rule === name);
  if (own.length === 0) return `None. \`${file}\` says how one is written, and who may.`;
  const rows = own.map(({ exception: one, problem }) => [
    `\`${one.resource ?? ""}\`${one.finding === undefined ? "" : ` (${one.finding})`}`,
    one.owner ?? "",
    `${one.reason ?? ""} (${one.ticket ?? ""})`,
    `${one.since ?? ""} to ${one.expires ?? ""}`,
    problem === undefined ? "" : `does not count: ${problem}`,
  ]);
  return table(["resource", "owner", "why", "from and to", ""], rows);
}
