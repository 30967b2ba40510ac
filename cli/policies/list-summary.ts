import { parametersOf } from "../../policy-packs/core/rule";
import { rules } from "../../policy-packs/rules";
import { colors } from "../report/colors";
import { standardLines } from "../report/standard";
import { alignColumns, plural } from "../report/words";
import type { ListedException, ListedRule, PoliciesResult } from "./list-result";

/** What a person reads: the rules by pack with their levels, what is set of them, and what is accepted. */
export function policiesSummary(result: PoliciesResult): string {
  const { environments, introductions, exceptions } = result;
  const presets = environments.map(({ name, preset, stacks }) => `  ${name}: ${preset} (${stacks.join(", ")})`);
  const blocks = [
    [
      colors.bold("Environments"),
      ...presets,
      ...standardLines({ presets: {}, introductions }).map((line) => `  ${line}`),
    ],
    ...byPack(result),
    acceptedLines(exceptions),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

function byPack({ rules: listed, environments }: PoliciesResult): string[][] {
  const names = environments.map(({ name }) => name);
  const packs = [...new Set(listed.map(({ pack }) => pack))];
  return packs.map((pack) => {
    const own = listed.filter((rule) => rule.pack === pack);
    const rows = alignColumns(
      [
        ["rule", "severity", ...names, "controls"],
        ...own.map((rule) => [
          rule.name,
          rule.severity,
          ...names.map((name) => levelCell(rule, name)),
          Object.keys(rule.controls).join(" "),
        ]),
      ],
      (row, index) => (index === 0 ? row.map((cell) => colors.dim(cell)) : row),
      Number.POSITIVE_INFINITY,
    );
    const [head = "", ...lines] = rows;
    return [
      colors.bold(`${pack} (${plural(own.length, "rule")})`),
      `  ${head}`,
      ...lines.flatMap((line, index) => [`  ${line}`, ...settingLines(own[index])]),
    ];
  });
}

function levelCell({ levels, mandatoryFrom }: ListedRule, environment: string): string {
  const until = mandatoryFrom?.[environment];
  return `${levels[environment] ?? ""}${until === undefined ? "" : ` until ${until}`}`;
}

/** Parameters that differ from the rule's own defaults, and where. */
function settingLines(listed: ListedRule | undefined): string[] {
  const rule = rules.find(({ name }) => name === listed?.name);
  if (listed?.parameters === undefined || rule === undefined) return [];
  const defaults = Object(parametersOf(rule)) as Record<string, unknown>;
  const set = new Map<string, string[]>();
  for (const [environment, values] of Object.entries(listed.parameters)) {
    for (const [name, value] of Object.entries(values)) {
      const text = JSON.stringify(value);
      if (text === JSON.stringify(defaults[name])) continue;
      const line = `${name}: ${text}`;
      set.set(line, [...(set.get(line) ?? []), environment]);
    }
  }
  return [...set].map(([line, where]) => colors.dim(`    ${line} (${where.join(", ")})`));
}

function acceptedLines(exceptions: readonly ListedException[]): string[] {
  const lines = exceptions.map(({ position, rule, resource, owner, expires, daysLeft, problem }) => {
    const what = `  ${position} ${rule} ${resource} (${owner})`;
    if (problem !== undefined) return `${what} ${colors.red(`does not count: ${problem}`)}`;
    if (daysLeft !== undefined && daysLeft < 0) return `${what} ${colors.red(`expired on ${expires}`)}`;
    return `${what} until ${expires}, ${plural(daysLeft ?? 0, "day")} left`;
  });
  return [colors.bold(`Exceptions (${exceptions.length})`), ...lines];
}
