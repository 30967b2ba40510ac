import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheRoot } from "../install/cache";
import { lastLines, run } from "../install/process";
import { blockTemplate } from "./large-template";

/** What a peer said of the resources. */
export interface PeerRun {
  /** How long the checks take. */
  checkMs: number;
  /** How long the command takes. */
  wholeMs: number;
  resources: number;
  /** Rules that had something to judge. */
  rules: number;
}

/** Versions of the peers, which are never dependencies of the project: they are fetched when the benchmark runs. */
const peers = {
  awsguard: { "@pulumi/awsguard": "0.3.1", "@pulumi/policy": "1.21.0", "@pulumi/pulumi": "3.248.0" },
  cdkNag: { "aws-cdk-lib": "2.276.0", constructs: "10.8.1", "cdk-nag": "3.0.2" },
  checkov: "3.3.30",
} as const;

const folder = (name: string): string => path.join(cacheRoot(), "bench", name);

/**
 * The folder of a policy pack of all rules of awsguard, whose 26 are Pulumi's own published ones.
 *
 * @throws Error where npm does not get it.
 */
export async function awsguardPack(): Promise<string> {
  const dir = await npmFolder("awsguard", peers.awsguard);
  writeFileSync(
    path.join(dir, "PulumiPolicy.yaml"),
    "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
  );
  writeFileSync(
    path.join(dir, "index.js"),
    'const { AwsGuard } = require("@pulumi/awsguard");\nnew AwsGuard({ all: "advisory" });\n',
  );
  return dir;
}

/** AwsSolutions of cdk-nag on the same resources, within the program. @throws Error where npm does not get it. */
export async function cdkNag(blocks: number): Promise<PeerRun> {
  const dir = await npmFolder("cdk-nag", peers.cdkNag);
  const { file, resources } = writeTemplate(dir, blocks);
  writeFileSync(path.join(dir, "app.js"), cdkApp);
  const started = performance.now();
  const { stdout } = await succeeding(process.execPath, ["app.js", file], dir);
  const wholeMs = performance.now() - started;
  const counted = await succeeding(process.execPath, ["app.js", file, "counted"], dir);
  return { checkMs: lastNumber(stdout), wholeMs, resources, rules: lastNumber(counted.stdout) };
}

const lastNumber = (printed: string): number => Number(printed.trim().split("\n").at(-1));

/** checkov on the same template. @throws Error where pip does not get it. */
export async function checkov(blocks: number): Promise<PeerRun> {
  const dir = folder("checkov");
  const python = path.join(dir, "venv/bin/python");
  if (!existsSync(path.join(dir, "venv/bin/checkov"))) {
    mkdirSync(dir, { recursive: true });
    await succeeding("python3", ["-m", "venv", "venv"], dir);
    await succeeding(python, ["-m", "pip", "install", "--quiet", `checkov==${peers.checkov}`], dir);
  }
  const { file, resources } = writeTemplate(dir, blocks);
  const check = async (template: string) => {
    const started = performance.now();
    // Its report quotes the lines of each finding: of a template in one line, all of it each time.
    const args = ["-m", "checkov.main", "-f", template, "--framework", "cloudformation"];
    args.push("-o", "json", "--compact", "--soft-fail");
    const { stdout } = await succeeding(python, args, dir);
    return { wallMs: performance.now() - started, report: JSON.parse(stdout) as CheckovReport };
  };
  const one = await check(writeTemplate(dir, 0).file);
  const full = await check(file);
  const { passed_checks: passed, failed_checks: failed } = full.report.results;
  const rules = new Set([...passed, ...failed].map(({ check_id: id }) => id)).size;
  return { checkMs: full.wallMs - one.wallMs, wholeMs: full.wallMs, resources, rules };
}

interface CheckovReport {
  results: Record<"passed_checks" | "failed_checks", { check_id: string }[]>;
}

/** Prints the CPU time of the checks in milliseconds; or how many rules had something to judge. */
const cdkApp = `
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { AwsSolutionsChecks, NagRuleCompliance } = require("cdk-nag");
const [file, counted] = process.argv.slice(2);
const app = new App({ context: { "@aws-cdk/core:stackResourceLimit": 0 } });
new CfnInclude(new Stack(app, "stack"), "template", { templateFile: file });
const checks = new AwsSolutionsChecks(app);
const applied = new Set();
const applyRule = checks.applyRule.bind(checks);
if (counted) checks.applyRule = (rule) => {
  if (rule.rule(rule.node) !== NagRuleCompliance.NOT_APPLICABLE) applied.add(rule.ruleSuffixOverride || rule.rule.name);
  applyRule(rule);
};
const before = process.cpuUsage();
checks.validateScope(app);
const { user, system } = process.cpuUsage(before);
app.synth();
console.log(counted ? applied.size : (user + system) / 1000);
`;

async function npmFolder(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const dir = folder(name);
  const manifest = `${JSON.stringify({ name: `bench-${name}`, version: "0.0.0", private: true, dependencies }, null, 2)}\n`;
  const file = path.join(dir, "package.json");
  const installed = path.join(dir, "node_modules/.package-lock.json");
  if (existsSync(installed) && readFileSync(file, "utf8") === manifest) return dir;
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, manifest);
  await succeeding("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"], dir);
  return dir;
}

function writeTemplate(dir: string, blocks: number): { file: string; resources: number } {
  const file = path.join(dir, `template-${blocks}.json`);
  const template = blockTemplate(blocks);
  writeFileSync(file, JSON.stringify(template, null, 2));
  return { file, resources: Object.keys(template.Resources).length };
}

async function succeeding(command: string, args: readonly string[], cwd: string) {
  const ended = await run(command, args, { cwd, timeoutMs: 900_000 });
  if (ended.code === 0) return ended;
  throw new Error(`${command} ${args[0]} ended with ${ended.code}: ${lastLines(ended.stderr || ended.stdout)}`);
}
