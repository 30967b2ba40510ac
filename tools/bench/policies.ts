import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { packs, rules } from "../../policy-packs/rules";
import { bundle } from "../packs/compile";
import { type Figure, timed, type Usage } from "./measure";
import { awsguardPack, cdkNag, checkov, type PeerRun } from "./policy-peers";

const root = path.resolve(__dirname, "../..");
const register = path.join(root, "tools/typescript/register.js");
const times = 3;
/** Of ten resources each: see large-program.ts. */
const blocks = Number(process.env.BENCH_POLICY_BLOCKS ?? 100);

/** A preview with some packs: how long it took, and what the packs' processes used. */
interface PackRun {
  wallMs: number;
  findings: number;
  resources: number;
  cpuMs: number;
  memoryMiB: number;
}

/**
 * What policy packs cost: the preview of the same resources without a pack, with one of one rule, with all rules in one and
 * in five, and with awsguard; beside cdk-nag and checkov on a template of them.
 *
 * All take turns, because a machine is not equally fast all the time. A peer that cannot be had is named as missing.
 */
export async function policies(dir: string): Promise<Figure[]> {
  const aggregate = path.join(root, "policy-packs/foundation");
  const missing: Figure[] = [];
  const had = <T>(peer: string, get: () => Promise<T>): Promise<T | undefined> =>
    get().catch((error: Error) => {
      missing.push({
        name: `${peer} is missing: ${error.message.split("\n")[0]}`,
        value: Number.NaN,
        unit: "",
        aim: "",
      });
      return undefined;
    });
  const guard = await had("awsguard", awsguardPack);
  const variants = {
    "no pack": [],
    "a pack of one rule": [oneRulePack(path.join(dir, "one-rule"))],
    [`all ${rules.length} rules in one pack`]: [aggregate],
    "all rules in five packs": Object.keys(packs).map((name) => path.join(root, "policy-packs", name)),
    ...(guard !== undefined && { "awsguard, 26 rules": [guard] }),
  };
  const runs = await inTurns(dir, variants);
  const start = await packStart(dir, aggregate);
  const figures = Object.entries(runs).flatMap(([name, run]) => figuresOf(name, run, runs["no pack"]));
  const nag = await had("cdk-nag", () => cdkNag(blocks));
  const check = await had("checkov", () => checkov(blocks));
  return [
    ...ratios(runs[`all ${rules.length} rules in one pack`], runs["a pack of one rule"]),
    { name: "start of the pack of all rules", value: start.wallMs, unit: "ms", aim: "at most 200" },
    { name: "start of the pack of all rules, CPU", value: start.nodes[0]?.cpuMs ?? Number.NaN, unit: "ms", aim: "" },
    ...figures,
    ...(nag ? peerFigures("cdk-nag (AwsSolutions), CPU", nag) : []),
    ...(check ? peerFigures("checkov, beyond its start", check) : []),
    ...missing,
  ];
}

function ratios(all: PackRun | undefined, one: PackRun | undefined): Figure[] {
  if (!all || !one) return [];
  const added = (all.wallMs - one.wallMs) / all.resources;
  return [
    {
      name: "preview with all rules : with one rule",
      value: all.wallMs / one.wallMs,
      unit: "times",
      aim: "at most 1.10",
    },
    { name: "all rules, more than one rule, by resource", value: added, unit: "ms", aim: "at most 0.3" },
    {
      name: "all rules, CPU more than one rule, by resource",
      value: (all.cpuMs - one.cpuMs) / all.resources,
      unit: "ms",
      aim: "at most 0.3",
    },
  ];
}

function figuresOf(name: string, run: PackRun, without: PackRun | undefined): Figure[] {
  const preview = { name: `preview of ${run.resources} resources, ${name}`, value: run.wallMs, unit: "ms", aim: "" };
  if (run === without || without === undefined) return [preview];
  return [
    preview,
    { name: `${name}: added by resource`, value: (run.wallMs - without.wallMs) / run.resources, unit: "ms", aim: "" },
    { name: `${name}: CPU of the packs`, value: run.cpuMs, unit: "ms", aim: "" },
    { name: `${name}: memory of the packs`, value: run.memoryMiB, unit: "MiB", aim: "" },
    { name: `${name}: findings`, value: run.findings, unit: "", aim: "" },
  ];
}

function peerFigures(name: string, { checkMs, wholeMs, resources, rules: applied }: PeerRun): Figure[] {
  return [
    { name: `${name}: ${applied} rules on ${resources} resources`, value: checkMs, unit: "ms", aim: "" },
    { name: `${name}, by resource`, value: checkMs / resources, unit: "ms", aim: "" },
    { name: `${name}: the whole command`, value: wholeMs, unit: "ms", aim: "" },
  ];
}

/** Of each variant the run of middle length. */
async function inTurns(
  dir: string,
  variants: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, PackRun>>> {
  const all = new Map<string, PackRun[]>(Object.keys(variants).map((name) => [name, []]));
  for (let turn = 0; turn < times; turn++) {
    for (const [name, folders] of Object.entries(variants)) {
      all
        .get(name)
        ?.push(await previewWith(path.join(dir, `${turn}-${all.get(name)?.length}-${folders.length}`), folders));
    }
  }
  return Object.fromEntries(
    [...all].map(([name, runs]) => {
      const [middle] = runs.sort((one, other) => one.wallMs - other.wallMs).slice(Math.floor(times / 2));
      if (middle === undefined) throw new Error("nothing was measured");
      return [name, middle];
    }),
  );
}

/** Rules that find something in every block: it is the engine to which findings are dear. */
const quiet = `rules:
  tags-required: { level: disabled }
  sg-rule-description: { level: disabled }
  log-group-kms: { level: disabled }
`;

async function previewWith(dir: string, folders: readonly string[]): Promise<PackRun> {
  const file = path.join(dir, "result.json");
  mkdirSync(dir, { recursive: true });
  const script = path.join(__dirname, "policy-run.ts");
  const env = { FOUNDATION_STANDARD: path.join(dir, "standard.yaml") };
  writeFileSync(env.FOUNDATION_STANDARD, quiet);
  const { nodes } = await timed(["-r", register, script, dir, file, String(blocks), ...folders], { dir, env });
  const used = nodes.filter(({ pack }) => pack);
  return {
    ...(JSON.parse(readFileSync(file, "utf8")) as Pick<PackRun, "wallMs" | "findings" | "resources">),
    cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryMiB: used.reduce((sum, { maxRssMiB }) => sum + maxRssMiB, 0),
  };
}

/** From the start of a pack to the port that it prints; the middle of several. */
async function packStart(dir: string, folder: string): Promise<Usage> {
  const starts: Usage[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const usage = path.join(dir, `start-${turn}`);
    const started = performance.now();
    const child = spawn(process.execPath, ["-r", path.join(__dirname, "usage.js"), folder], {
      cwd: folder,
      env: { ...process.env, BENCH_USAGE_DIR: usage },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(createInterface(child.stdout), "line");
    const wallMs = performance.now() - started;
    child.kill("SIGTERM");
    await once(child, "exit");
    const node = JSON.parse(readFileSync(path.join(usage, `${child.pid}.json`), "utf8")) as Usage["nodes"][number];
    starts.push({ wallMs, nodes: [node] });
  }
  const [middle] = starts.sort((one, other) => one.wallMs - other.wallMs).slice(2);
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** A pack like ours, of the first rule that every block has something for. */
function oneRulePack(dir: string): string {
  mkdirSync(dir);
  const source = (file: string) => JSON.stringify(path.join(root, "policy-packs", file));
  writeFileSync(
    path.join(dir, "index.ts"),
    `import { servePack } from ${source("analyzer/serve")};
import { rules } from ${source("rules")};
const rule = rules.find(({ name }) => name === "log-group-retention");
servePack({ name: "one-rule", version: "0.0.0" }, { "security-baseline": rule ? [rule] : [] });
`,
  );
  bundle(dir, null, path.join(dir, "main.js"));
  writeFileSync(path.join(dir, "package.json"), '{ "name": "one-rule", "version": "0.0.0", "main": "main.js" }\n');
  writeFileSync(
    path.join(dir, "PulumiPolicy.yaml"),
    "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: main.js\n",
  );
  return dir;
}
