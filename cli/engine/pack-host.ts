import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { ExitCode, WrongUse } from "../errors";
import { policyPack, policyPackStandIn } from "../root";
import type { Recordings } from "./recordings";

/** A policy pack that runs for all stacks of a command. */
export interface PackHost {
  /** Folders that the engine takes for policy packs. */
  policyPacks: string[];
  /** `env` with what the engines need to find the pack. */
  added(env: Record<string, string>): Record<string, string>;
  stop(): void;
}

const endWithParent = path.join(__dirname, "end-with-parent.js");

/**
 * Starts the policy pack once. Left to itself each engine starts it anew: about a second for every stack.
 *
 * @param recordings Where the pack writes down what it saw. Default: nowhere.
 * @throws WrongUse where there are mistakes in the standard or the exceptions, Error with the pack's exit code where it does
 * not start for another reason; what it said is on stderr.
 */
export async function startPack(recordings?: Recordings): Promise<PackHost> {
  // The address would be the engine's, for packs that log through it; ours speak by their findings alone.
  const child = spawn(process.execPath, ["-r", endWithParent, policyPack, "127.0.0.1:0", policyPack], {
    cwd: policyPack,
    env: { ...process.env, ...recordings?.env },
    stdio: ["pipe", "pipe", "inherit"],
    // A Ctrl-C in the terminal must not end the pack before the engines that use it.
    detached: true,
  });
  const port = await firstLine(child);
  return {
    policyPacks: [policyPackStandIn],
    added: (env) => ({
      ...env,
      FOUNDATION_PACK_PORT: port,
      PATH: [path.join(policyPackStandIn, "bin"), env.PATH].filter(Boolean).join(path.delimiter),
    }),
    stop() {
      child.stdin.end();
    },
  };
}

async function firstLine(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  const exited = once(child, "exit").then(([code]) => {
    if (code === ExitCode.wrongUse) throw new WrongUse("nothing was run: the policies cannot be used as they are set");
    throw new Error(`the policy pack ended with code ${code} before it was loaded`);
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), exited]);
  exited.catch(() => {});
  return String(line);
}
