import { readFileSync } from "node:fs";
import path from "node:path";
import { type Figure, timed } from "./measure";

const register = path.resolve(__dirname, "../typescript/register.js");
const run = (script: string, ...args: string[]) => ["-r", register, path.join(__dirname, script), ...args];

const resources = 2_000;
/** The same resources as one stack, and as the layers of environments would have them. */
const splits = [1, 4, 8];

/**
 * `up` of many resources: in the sandbox against the engine with a provider that does nothing, as it is and with the
 * sandbox's backend, which has no side files; and in one stack against several, since the engine writes a stack's whole
 * state at every step.
 */
export async function largeUp(dir: string): Promise<Figure[]> {
  const up = async (mode: "sandbox" | "bare" | "bare-alike", stacks: number): Promise<number> => {
    const file = path.join(dir, `${mode}-${stacks}.json`);
    const sizes = Array<string>(stacks).fill(String(resources / stacks));
    await timed(run("large-stacks.ts", mode, path.join(dir, `${mode}-${stacks}`), file, ...sizes), { dir });
    return (JSON.parse(readFileSync(file, "utf8")) as { wallMs: number }).wallMs;
  };
  const bare = await up("bare", 1);
  const alike = await up("bare-alike", 1);
  const sandbox: number[] = [];
  for (const stacks of splits) sandbox.push(await up("sandbox", stacks));
  const [one = 0, ...several] = sandbox;
  return [
    {
      name: `up of ${resources} resources in one stack, sandbox : bare engine (${seconds(one)} : ${seconds(bare)})`,
      value: one / bare,
      unit: "times",
      aim: "at most 1.3",
    },
    {
      name: `the same, the bare engine without side files too (${seconds(one)} : ${seconds(alike)})`,
      value: one / alike,
      unit: "times",
      aim: "",
    },
    ...several.map((ms, index) => ({
      name: `up of ${resources} resources, one stack : ${splits[index + 1]} stacks (${seconds(one)} : ${seconds(ms)})`,
      value: one / ms,
      unit: "times",
      aim: "",
    })),
  ];
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;

/** Memory of a sandbox that was asked for ten thousand resources. */
export async function largeMemory(dir: string): Promise<Figure[]> {
  const { nodes } = await timed(run("fill-cloud.ts", "10000", path.join(dir, "cloud")), { dir });
  const sandbox = nodes.find(({ main }) => main.includes("sandbox/main.ts"));
  return [
    {
      name: "memory of the sandbox with 10000 resources",
      value: sandbox?.maxRssMiB ?? Number.NaN,
      unit: "MiB",
      aim: "under 400",
    },
  ];
}
