import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sandboxParts } from "../../cli/engine/sandbox-workplace";
import { projectRoot } from "./environment";
import type { Moment, Victim } from "./plan";

export interface Ended {
  code: number | null;
  output: string;
}

/** A run of the command in a sandbox of its own. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Longest a run may take: a lock left behind is waited for 90 s. */
const longestRunMs = 240_000;

export function start(command: string, sandbox: string, environments: string): Running {
  const args = [path.join(projectRoot, "bin/foundation.js"), command, "dev", "--sandbox", "--yes"];
  const env = { ...process.env, FOUNDATION_SANDBOX: sandbox, FOUNDATION_ENVIRONMENTS: environments, NO_COLOR: "1" };
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const timer = setTimeout(() => {
    output += `\nstill running after ${longestRunMs / 1000} s`;
    child.kill("SIGKILL");
  }, longestRunMs);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    // Not "close": what the command leaves behind may hold its streams.
    child.on("exit", (code) => {
      clearTimeout(timer);
      setImmediate(() => resolve({ code, output }));
    });
  });
  return { child, ended };
}

const lookEveryMs = 15;

/** Waits for the moment and kills; answers whether anything was there to be killed. */
export async function killAt({ child }: Running, sandbox: string, victim: Victim, moment: Moment): Promise<boolean> {
  const before = journalSize(sandbox);
  const started = performance.now();
  const come = () =>
    "afterMs" in moment
      ? performance.now() - started >= moment.afterMs
      : journalSize(sandbox) - before >= moment.journalBytes;
  while (child.exitCode === null && child.signalCode === null) {
    const pids = come() ? pidsOf(victim, child, sandbox) : [];
    // Between two stacks there is no engine: then the next one is waited for.
    if (pids.length > 0) return pids.map(kill).some(Boolean);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return false;
}

function journalSize(sandbox: string): number {
  const { cloud } = sandboxParts(sandbox);
  if (!existsSync(cloud)) return 0;
  return readdirSync(cloud)
    .filter((name) => name.startsWith("journal-"))
    .reduce((sum, name) => sum + (statSync(path.join(cloud, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

function pidsOf(victim: Victim, child: ChildProcess, sandbox: string): number[] {
  const command = child.pid === undefined ? [] : [child.pid];
  if (victim === "command") return command;
  if (victim === "sandbox") return owner(sandbox);
  const engines = enginesOf(child);
  return victim === "engine" ? engines : [...engines, ...owner(sandbox), ...command];
}

/** Written by the sandbox, atomically. */
function owner(sandbox: string): number[] {
  const file = path.join(sandboxParts(sandbox).cloud, "owner.json");
  if (!existsSync(file)) return [];
  const { pid } = JSON.parse(readFileSync(file, "utf8")) as { pid: number };
  return [pid];
}

/** The Pulumi CLIs that the command has started and that run. */
function enginesOf({ pid }: ChildProcess): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,comm="], { encoding: "utf8" }).split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => parent === String(pid) && name === "pulumi")
    .map(([id]) => Number(id));
}

function kill(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    // It ended before the signal came.
    return false;
  }
}
