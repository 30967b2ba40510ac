import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

/** One figure. `aim` is what the value should not exceed, or should reach, in words. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  aim: string;
}

/** What a process and the Node.js processes it started used. */
export interface Usage {
  wallMs: number;
  /** Of each Node.js process, the largest first. */
  nodes: { maxRssMiB: number; cpuMs: number; main: string /** Whether it is a policy pack. */; pack?: boolean }[];
}

const usageHook = path.join(__dirname, "usage.js");

/** Runs a command to its end. @throws Error with what it printed when it fails. */
export async function timed(
  args: string[],
  { dir, env = {} }: { dir: string; env?: Record<string, string> },
): Promise<Usage> {
  const usageDir = path.join(dir, "usage");
  rmSync(usageDir, { recursive: true, force: true });
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${usageHook}`,
      BENCH_USAGE_DIR: usageDir,
      FOUNDATION_SANDBOX: path.join(dir, "sandbox"),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const wallMs = performance.now() - started;
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}\n${printed}`);
  const nodes = readdirSync(usageDir).map(
    (file) => JSON.parse(readFileSync(path.join(usageDir, file), "utf8")) as Usage["nodes"][number],
  );
  return { wallMs, nodes: nodes.sort((a, b) => b.maxRssMiB - a.maxRssMiB) };
}

/** The middle of several runs, by wall time. */
export async function median(times: number, run: () => Promise<Usage>): Promise<Usage> {
  const usages: Usage[] = [];
  for (let i = 0; i < times; i++) usages.push(await run());
  usages.sort((a, b) => a.wallMs - b.wallMs);
  return usages[Math.floor(times / 2)] ?? fail();
}

function fail(): never {
  throw new Error("nothing was measured");
}
