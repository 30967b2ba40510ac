import { readFileSync } from "node:fs";
import path from "node:path";
import type { RunResult } from "../../cli/report/result";
import { type Figure, median, timed } from "./measure";
import { foundation } from "./starts";

const register = path.resolve(__dirname, "../typescript/register.js");

/** `foundation preview dev` against the engine alone registering as many resources of a provider that does nothing. */
export async function previewAgainstBareEngine(dir: string): Promise<Figure[]> {
  const counts = await resourceCounts(dir, "dev");
  const ours = await median(3, () => timed([foundation, "preview", "dev", "--sandbox"], { dir }));
  const bare = await median(3, () =>
    timed(["-r", register, path.join(__dirname, "bare-engine.ts"), ...counts.map(String)], { dir }),
  );
  return [
    {
      name: `foundation preview dev (${counts.join(" + ")} resources) : bare engine`,
      value: ours.wallMs / bare.wallMs,
      unit: "times",
      aim: "at most 1.5",
    },
  ];
}

/** The preview of every stack by `foundation` against `pulumi preview` one stack after the other, same policy packs. */
export async function previewAgainstPulumi(dir: string): Promise<Figure[]> {
  const all = await preview(dir, []);
  const stacks = all.stacks.map(({ stack }) => stack);
  const ours = await median(3, () => timed([foundation, "preview", "--sandbox"], { dir }));
  const script = 'for stack in "$@"; do pulumi preview --stack "$stack" --non-interactive >/dev/null || exit 1; done';
  const theirs = await median(3, () =>
    timed([foundation, "sandbox", "exec", "--", "sh", "-c", script, "sh", ...stacks], { dir }),
  );
  return [
    {
      name: `pulumi preview, ${stacks.length} stacks : foundation preview`,
      value: theirs.wallMs / ours.wallMs,
      unit: "times",
      aim: "at least 3",
    },
  ];
}

/** One stack of about fifty resources: within `foundation preview` of all, against a `pulumi preview` of its own. */
export async function stackAgainstPulumi(dir: string): Promise<Figure[]> {
  const all = await preview(dir, []);
  const { stack, resources, durationMs } = all.stacks.find(({ resources: made }) => made.length > 50) ?? fail();
  const report = path.join(dir, "pulumi-ms");
  const script = `
    const started = performance.now();
    const { status } = require("node:child_process").spawnSync("pulumi", ["preview", "--stack", ${JSON.stringify(stack)}, "--non-interactive"]);
    if (status !== 0) process.exit(1);
    require("node:fs").writeFileSync(${JSON.stringify(report)}, String(performance.now() - started));`;
  await timed([foundation, "sandbox", "exec", "--", process.execPath, "-e", script], { dir });
  const theirs = Number(readFileSync(report, "utf8"));
  return [
    {
      name: `pulumi preview, 1 stack (${resources.length} resources) : the same in foundation preview`,
      value: theirs / durationMs,
      unit: "times",
      aim: "at least 3",
    },
  ];
}

function fail(): never {
  throw new Error("no stack has more than fifty resources");
}

/** Memory of the command and of what it starts in Node.js, at the preview of every stack. */
export async function memory(dir: string): Promise<Figure[]> {
  const { nodes } = await timed([foundation, "preview", "--sandbox"], { dir });
  const of = (name: string, part: string): Figure => {
    const found = nodes.filter(({ main }) => main.includes(part)).map(({ maxRssMiB }) => maxRssMiB);
    return { name, value: Math.max(0, ...found), unit: "MiB", aim: "" };
  };
  return [
    of("memory of the command", "bin/foundation.js"),
    of("memory of the sandbox", "sandbox/main.ts"),
    of("memory of the policy pack", "policy-packs/"),
  ];
}

async function preview(dir: string, selectors: string[]): Promise<RunResult> {
  const file = path.join(dir, "result.json");
  await timed([foundation, "preview", ...selectors, "--sandbox", "--json", file], { dir });
  return JSON.parse(readFileSync(file, "utf8")) as RunResult;
}

async function resourceCounts(dir: string, environment: string): Promise<number[]> {
  return (await preview(dir, [environment])).stacks.map(({ resources }) => resources.length);
}
