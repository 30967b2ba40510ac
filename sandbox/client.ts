import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { visit } from "./guests";

export interface Sandbox {
  /** Value of PULUMI_DEBUG_PROVIDERS with which an engine uses the sandbox. */
  attach: string;
  /** Ends the sandbox, once no engine is connected any more; it stays where other commands use it. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** Folder that keeps the cloud. */
  stateDir: string;
  /**
   * Executable of real API servers behind the Kubernetes clusters (`ensureControlPlane` of tools/kubernetes). Default:
   * models.
   */
  controlPlane?: string;
}

const readyLine = z.object({
  attach: z.string(),
  host: z.object({ pid: z.int(), attach: z.string(), guestPort: z.int() }).optional(),
});

/** How long a host that goes is given before it is looked at again. */
const lookMs = 100;

/**
 * Starts the sandbox over the cloud kept in `stateDir`, or joins the one that another command has started.
 *
 * It ends when the commands that use it have ended, and then only after engines that still work are through.
 *
 * @param onLost Called with what to do when the sandbox ends too early.
 * @throws Error with what the sandbox said where it does not start.
 */
export async function startSandbox(
  options: SandboxOptions,
  onLost: (message: string) => void = (message) => process.stderr.write(`${message}\n`),
): Promise<Sandbox> {
  for (;;) {
    const { child, lines, ready, exited } = await spawnSandbox(options);
    if (ready.host === undefined) return own({ child, lines, exited }, ready.attach, onLost);
    const { pid } = ready.host;
    const stay = await visit(ready.host, () => onLost(lost(`the sandbox of another command (process ${pid})`)));
    if (stay !== undefined) return { attach: ready.attach, stop: async () => stay.leave() };
    await sleep(lookMs);
  }
}

const lost = (what: string) =>
  `${what} has ended too early: what was under way has failed. Run the command again; it finds out what was made.`;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;
interface Started {
  child: Child;
  lines: Interface;
  exited: Promise<unknown>;
}

async function spawnSandbox({
  stateDir,
  controlPlane,
}: SandboxOptions): Promise<Started & { ready: z.output<typeof readyLine> }> {
  const register = path.join(__dirname, "../tools/typescript/register.js");
  const main = path.join(__dirname, "main.ts");
  const clusters = controlPlane === undefined ? [] : ["--control-plane", controlPlane];
  const child = spawn(process.execPath, ["-r", register, main, "--state", stateDir, ...clusters], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    complaint += piece;
  });
  const exited = once(child, "exit");
  const lines = createInterface(child.stdout);
  const first = await Promise.race([once(lines, "line"), exited.then(() => undefined)]);
  if (first === undefined) throw new Error(`the sandbox did not start: ${complaint.trim() || "it said nothing"}`);
  child.stderr.pipe(process.stderr);
  return { child, lines, exited, ready: readyLine.parse(JSON.parse(String(first[0]))) };
}

function own({ child, lines, exited }: Started, attach: string, onLost: (message: string) => void): Sandbox {
  let stopping = false;
  void exited.then(() => {
    if (!stopping) onLost(lost("the sandbox"));
  });
  return {
    attach,
    async stop() {
      stopping = true;
      // It says so when it stays for others.
      const staying = once(lines, "line");
      child.stdin.on("error", () => {}).end();
      await Promise.race([exited, staying]);
      staying.catch(() => {});
      child.unref();
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
    },
  };
}
