import { rmSync } from "node:fs";
import path from "node:path";
import { type Figure, median, timed } from "./measure";

const root = path.resolve(__dirname, "../..");
export const foundation = path.join(root, "bin/foundation.js");
const compiled = path.join(root, "node_modules/.cache/foundation-typescript");

/** How long the command takes to answer when its TypeScript is compiled for the first time, and after. */
export async function starts(dir: string): Promise<Figure[]> {
  rmSync(compiled, { recursive: true, force: true });
  const cold = await timed([foundation, "--help"], { dir });
  const warm = await median(5, () => timed([foundation, "--help"], { dir }));
  return [
    { name: "cold start of the command", value: cold.wallMs, unit: "ms", aim: "" },
    { name: "warm start of the command", value: warm.wallMs, unit: "ms", aim: "" },
  ];
}
