import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { alignColumns } from "../../cli/report/words";
import { memory, previewAgainstBareEngine, previewAgainstPulumi, stackAgainstPulumi } from "./command";
import { largeMemory, largeUp } from "./large";
import type { Figure } from "./measure";
import { policies } from "./policies";
import { programCpu } from "./program-cpu";
import { review } from "./review";
import { starts } from "./starts";

/** Every benchmark; a later one joins by a line here. Each measures ratios in one run, in a folder of its own. */
const benchmarks = [
  starts,
  previewAgainstBareEngine,
  previewAgainstPulumi,
  stackAgainstPulumi,
  programCpu,
  memory,
  largeMemory,
  largeUp,
  policies,
  review,
];

/** `npm run bench -- [NAME…] [--json FILE]`: all, or those named. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
  const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const names = benchmarks.map(({ name }) => name).join(", ");
    process.stderr.write(`no benchmark is called ${unknown.join(", ")}; there are ${names}\n`);
    process.exitCode = 2;
    return;
  }
  const results: Figure[] = [];
  for (const benchmark of benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const dir = mkdtempSync(path.join(tmpdir(), "foundation-bench-"));
    try {
      results.push(...(await benchmark(dir)));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  const rows = results.map(({ name, value, unit, aim }) => [name, aim, `${value.toFixed(2)}`, unit]);
  process.stdout.write(`${alignColumns([["what", "aim", "value", "unit"], ...rows]).join("\n")}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ results }, null, 2)}\n`);
}

void main();
