import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { coverage } from "./table";

/** `npm run sandbox:coverage [-- --json FILE]`; fails while a registered type has no model of its own. */
const { values } = parseArgs({ options: { json: { type: "string" } } });
const found = coverage();
const rows = found.table
  .filter(({ registered }) => registered)
  .map(({ type, model, declared, modelled, immutable, refusals, schema }) => [
    type,
    model,
    `${modelled.length} of ${declared ?? "all"}`,
    String(refusals),
    schema ?? "",
    immutable.join(" "),
  ]);
const titles = ["type", "model", "properties", "refusals", "source", "immutable (besides region)"];
const lines = [titles, ...rows];
const widths = titles.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
for (const line of lines)
  process.stdout.write(
    `${line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd()}\n`,
  );
process.stdout.write(
  `\n${found.types} types: ${found.modelled} with a model, ${found.generic} generic; ${found.refusals} refusals; ` +
    `${found.ahead.types} types modelled ahead with ${found.ahead.refusals} more\n`,
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
process.exitCode = found.generic === 0 ? 0 : 1;
