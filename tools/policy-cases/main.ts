import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { alignColumns } from "../../cli/report/words";
import { rules } from "../../policy-packs/rules";
import { casesPage } from "./page";
import { readCases } from "./read";
import { type RuleScore, type Score, score } from "./score";

/** `npm run policy:cases -- FILE [--json OUT] [--page OUT] [--rule NAME]`: how the rules judge labelled cases, per rule and in total. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string" }, page: { type: "string" }, rule: { type: "string" } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    process.stderr.write("usage: npm run policy:cases -- FILE [--json OUT] [--page OUT] [--rule NAME]\n");
    process.exitCode = 2;
    return;
  }
  const cases = readCases(readFileSync(file, "utf8"));
  const chosen = values.rule === undefined ? cases : cases.filter((one) => one.rules.includes(values.rule ?? ""));
  const scores = score(rules, chosen);
  const { total, tier1, rules: byRule } = scores;
  const shown = Object.entries(byRule)
    .filter(([name]) => values.rule === undefined || name === values.rule)
    .sort(([a], [b]) => a.localeCompare(b));
  const rows = [...shown, ["tier 1", tier1] as const, ["total", total] as const];
  const head = ["rule", "found", "of", "false alarms", "of", "crashes", "not evaluated"];
  const lines = alignColumns([head, ...rows.map(([name, one]) => row(name, one))]);
  process.stdout.write(`${[...lines, "", ...shown.flatMap(([name, one]) => remarks(name, one))].join("\n")}\n`);
  if (values.page !== undefined) writeFileSync(values.page, casesPage(scores, cases));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(scores, null, 2)}\n`);
}

const row = (name: string, { found, expected, falseAlarms, ok, crashes, notEvaluated }: Score): string[] =>
  [name, found, expected, falseAlarms, ok, crashes, notEvaluated].map(String);

function remarks(name: string, { built, missed, alarmed }: RuleScore): string[] {
  if (!built) return [`${name} is not built`];
  return [
    ...(missed.length > 0 ? [`${name} missed ${missed.join(" ")}`] : []),
    ...(alarmed.length > 0 ? [`${name} alarmed ${alarmed.join(" ")}`] : []),
  ];
}

main();
