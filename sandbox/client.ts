import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

export interface Sandbox {
  /** Value of PULUMI_DEBUG_PROVIDERS with which an engine uses the sandbox. */
  attach: string;
  /** Ends the sandbox, once no engine is connected any more. */
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

const readyLine = z.object({ attach: z.string() });

/**
 * Starts the sandbox over the cloud kept in `stateDir`.
 *
 * It ends when this process ends, and then only after engines that still work are through.
 *
 * @throws Error with what the sandbox said where it does not start, e.g. since another process uses that cloud.
 */
export async function startSandbox({ stateDir, controlPlane }: SandboxOptions): Promise<Sandbox> {
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
  const ready = once(createInterface(child.stdout), "line");
  const first = await Promise.race([ready, exited.then(() => undefined)]);
  if (first === undefined) throw new Error(`the sandbox did not start: ${complaint.trim() || "it said nothing"}`);
  child.stderr.pipe(process.stderr);
  const { attach } = readyLine.parse(JSON.parse(String(first[0])));
  return {
    attach,
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
