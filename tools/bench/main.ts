import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { alignColumns } from "../../cli/report/words";
import { memory, previewAgainstBareEngine, previewAgainstPulumi, stackAgainstPulumi } from "./command";
import type { Figure } from "./measure";
import { programCpu } from "./program-cpu";
import { starts } from "./starts";

/** Every benchmark; a later one joins by a line here. Each measures ratios in one run, in a folder of its own. */
const benchmarks = [starts, previewAgainstBareEngine, previewAgainstPulumi, stackAgainstPulumi, programCpu, memory];

async function main(): Promise<void> {
  const at = process.argv.indexOf("--json");
  const file = at < 0 ? undefined : process.argv[at + 1];
  const results: Figure[] = [];
  for (const benchmark of benchmarks) {
    const dir = mkdtempSync(path.join(tmpdir(), "foundation-bench-"));
    try {
      results.push(...(await benchmark(dir)));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  const rows = results.map(({ name, value, unit, aim }) => [name, aim, `${value.toFixed(2)}`, unit]);
  process.stdout.write(`${alignColumns([["what", "aim", "value", "unit"], ...rows]).join("\n")}\n`);
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ results }, null, 2)}\n`);
}

void main();
