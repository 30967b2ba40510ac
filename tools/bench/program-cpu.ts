import { readFileSync } from "node:fs";
import path from "node:path";
import { type Figure, timed } from "./measure";

const register = path.resolve(__dirname, "../typescript/register.js");
const resources = 500;

/** CPU that the program's process spends on a resource, as `foundation` runs programs, against a plain inline program. */
export async function programCpu(dir: string): Promise<Figure[]> {
  const cpu = async (mode: string) => {
    const file = path.join(dir, `${mode}.json`);
    await timed(["-r", register, path.join(__dirname, "inline-program.ts"), mode, String(resources), file], { dir });
    return (JSON.parse(readFileSync(file, "utf8")) as { cpuMs: number }).cpuMs;
  };
  const plain = await cpu("plain");
  const ours = await cpu("foundation");
  return [
    {
      name: `CPU a resource, foundation : plain inline program (${resources} resources)`,
      value: ours / plain,
      unit: "times",
      aim: "at most 0.8",
    },
  ];
}
