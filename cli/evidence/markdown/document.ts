import { plural } from "../../report/words";
import type { Evidence, Provenance } from "../schema";
import { acceptedTable, notEvaluatedTable, violationsTable } from "./findings";
import { frameworkSection, summaryTable } from "./frameworks";
import { resultCells, resultHeaders } from "./results";
import { escaped, table } from "./text";

/** The evidence for somebody who reads it: the short of it first, then what was found, then control by control. */
export function markdownOf(evidence: Evidence): string {
  const { statement, stacks, frameworks } = evidence;
  const sections = [
    "# Evidence of policy checks",
    statement,
    ...incomplete(evidence),
    "## What ran",
    provenanceTable(evidence.provenance),
    "## Stacks",
    table(
      ["stack", "environment", "result", "resources", ...resultHeaders],
      stacks.map((one) => [
        ...[one.stack, one.environment, one.result].map(escaped),
        ...[one.resources, ...resultCells(one.results)],
      ]),
    ),
    "A resource counts once, by the worst that came of it; resources that no rule judges are in none of the last five columns.",
    "## Controls by framework",
    summaryTable(frameworks),
    "## Violations",
    violationsTable(evidence),
    "## Accepted by exceptions",
    acceptedTable(evidence),
    "## Not evaluated",
    notEvaluatedTable(evidence),
    ...frameworks.flatMap(frameworkSection),
  ];
  return `${sections.join("\n\n")}\n`;
}

function incomplete({ complete, stacks }: Evidence): string[] {
  if (complete) return [];
  const missing = stacks.filter(({ result }) => result !== "succeeded" && result !== "violated");
  const named = missing.map(({ stack, result }) => `${escaped(stack)} (${result})`).join(", ");
  return [`**Incomplete:** ${plural(missing.length, "stack")} could not be judged as a whole: ${named}.`];
}

function provenanceTable({ time, day, project, commit, engine, sandbox, pack, packs, files }: Provenance): string {
  const revision = commit === null ? "unknown: not a Git working tree" : commit.id;
  const rows: [string, string][] = [
    ["time", time],
    ["exceptions are judged by the day", day],
    ["project", `${project.name} ${project.version}`],
    ["commit", commit?.dirty ? `${revision}, with files that differ from it` : revision],
    ["cloud", sandbox ? "simulated (sandbox)" : "account"],
    ["engine", `Pulumi ${engine.version} (${engine.source})`],
    [`pack ${pack.name}, which holds all`, `${pack.version}, sha256 ${pack.sha256}`],
    ...packs.map((one): [string, string] => [
      `pack ${one.name}`,
      `${one.version}, ${plural(one.rules, "rule")}, sha256 ${one.sha256}`,
    ]),
    ...files.map((one): [string, string] => [one.file, one.sha256 === null ? "no such file" : `sha256 ${one.sha256}`]),
  ];
  return table(
    ["what", "which"],
    rows.map((row) => row.map(escaped)),
  );
}
